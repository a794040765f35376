// Half of the pixels of the sample Raccoon are taken away at random, and told by the others: with atoms learned from what is
// known, and with cosines. Results: a row for each inpainting, then both results beside the whole image; and a picture.
run("Open SparseJ Sample...", "name=Raccoon");
rename("whole");
width = getWidth();
height = getHeight();
newImage("missing", "8-bit black", width, height, 1);
random("seed", 1);
for (y = 0; y < height; y++) for (x = 0; x < width; x++) if (random() < 0.5) setPixel(x, y, 255);
selectImage("whole");
run("Inpaint Image...", "mask=missing iterations=0");
rename("by-cosines");
selectImage("whole");
run("Inpaint Image...", "mask=missing");
rename("by-learned-atoms");
images = newArray("by-cosines", "by-learned-atoms");
for (i = 0; i < images.length; i++) {
	selectImage(images[i]);
	run("Compare with Reference...", "reference=whole peak=255");
}

// A part of it in one picture: what is known, what was made of it, and what it was.
side = minOf(240, minOf(width, height));
newImage("side-by-side", "8-bit white", 3 * side + 12, side, 1);
images = newArray("whole", "by-learned-atoms", "whole");
pixels = newArray(side * side);
known = newArray(side * side);
left = floor((width - side) / 2);
top = floor((height - side) / 2);
selectImage("missing");
for (k = 0; k < side * side; k++) known[k] = getPixel(left + k % side, top + floor(k / side));
for (i = 0; i < images.length; i++) {
	selectImage(images[i]);
	for (k = 0; k < side * side; k++) pixels[k] = getPixel(left + k % side, top + floor(k / side));
	selectImage("side-by-side");
	for (k = 0; k < side * side; k++) if (i > 0 || known[k] == 0) setPixel(i * (side + 6) + k % side, floor(k / side), minOf(255, maxOf(0, pixels[k]))); else setPixel(k % side, floor(k / side), 0);
}
