// Half of the pixels of the sample Raccoon are taken away at random, and told by the others: with atoms learned from what is
// known, and with cosines. Results: a row for each inpainting, then both results beside the whole image.
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
