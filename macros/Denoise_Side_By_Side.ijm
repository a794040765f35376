// Noise of photons on the sample Cell, taken away as what it is (Poisson-Gaussian, estimated) and as if it were Gaussian.
// Results: a row for each denoising, then the noisy image and both results beside the clean one; and a picture of all four.
run("Open SparseJ Sample...", "name=Cell");
rename("clean");
width = getWidth();
height = getHeight();
photons = 20; // at the brightest pixel
getStatistics(area, mean, min, max);
newImage("noisy", "32-bit black", width, height, 1);
pixels = newArray(width * height);
selectImage("clean");
for (i = 0; i < pixels.length; i++) pixels[i] = getPixel(i % width, floor(i / width));
selectImage("noisy");
random("seed", 1);
for (i = 0; i < pixels.length; i++) setPixel(i % width, floor(i / width), poisson(pixels[i] * photons / max) * max / photons);
run("Sparse Denoise...", "noise=Poisson-Gaussian seed=1");
rename("denoised");
selectImage("noisy");
run("Sparse Denoise...", "noise=Gaussian seed=1");
rename("denoised-as-gaussian");
images = newArray("noisy", "denoised-as-gaussian", "denoised");
for (i = 0; i < images.length; i++) {
	selectImage(images[i]);
	run("Compare with Reference...", "reference=clean peak=" + max);
}
// A part of all four in one picture.
images = newArray("clean", "noisy", "denoised-as-gaussian", "denoised");
side = 240;
newImage("side-by-side", "8-bit white", 4 * side + 18, side, 1);
for (i = 0; i < images.length; i++) {
	selectImage(images[i]);
	for (k = 0; k < side * side; k++) pixels[k] = getPixel(300 + k % side, 250 + floor(k / side));
	selectImage("side-by-side");
	for (k = 0; k < side * side; k++) setPixel(i * (side + 6) + k % side, floor(k / side), minOf(255, maxOf(0, pixels[k])));
}

// A number of photons of this mean: the waiting times between them are exponential.
function poisson(mean) {
	count = 0;
	time = -log(1 - random());
	while (time < mean) {
		count++;
		time = time - log(1 - random());
	}
	return count;
}
