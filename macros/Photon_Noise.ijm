// What a camera would see of the active image, or of each slice of the active stack, in little light: the number of photons of every pixel is
// drawn around 20 at the brightest pixel. The result is called "noisy", has the grey values of the image, and the same noise each time.
photons = 20;
clean = getTitle();
getDimensions(width, height, channels, slices, frames);
count = channels * slices * frames;
max = 0;
for (slice = 1; slice <= count; slice++) {
	setSlice(slice);
	getStatistics(area, mean, min, brightest);
	max = maxOf(max, brightest);
}
newImage("noisy", "32-bit black", width, height, count);
pixels = newArray(width * height);
random("seed", 1);
for (slice = 1; slice <= count; slice++) {
	selectImage(clean);
	setSlice(slice);
	for (i = 0; i < pixels.length; i++) pixels[i] = getPixel(i % width, floor(i / width));
	selectImage("noisy");
	setSlice(slice);
	for (i = 0; i < pixels.length; i++) setPixel(i % width, floor(i / width), poisson(pixels[i] * photons / max) * max / photons);
}
setMinAndMax(0, max);

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
