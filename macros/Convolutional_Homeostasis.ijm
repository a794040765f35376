// Atoms that are placed anywhere in images, learned without and with homeostasis, and how often each was placed in the last epoch: figure 4
// of the annex of Perrinet (2019), after Boutin's CHAMP. Theirs is of 400 faces of 65 x 65 px in 500 epochs; here tiles are cut from the
// samples, fewer of them and in fewer epochs for a quick look.
tiles = 100;
epochs = 100;
size = 65;
samples = newArray("Camera", "Raccoon", "Ascent", "Grass");

newImage("natural", "32-bit black", size, size, tiles);
each = tiles / samples.length;
for (i = 0; i < samples.length; i++) {
	run("Open SparseJ Sample...", "name=" + samples[i]);
	sample = getImageID();
	run("Sample Patches...", "patchsize=" + size + " patches=" + each + " removemean=false seed=" + i);
	cut = getImageID();
	for (tile = 1; tile <= each; tile++) copy(cut, tile, i * each + tile);
	selectImage(cut);
	close();
	selectImage(sample);
	close();
}

show("without", "homeostasis=false");
show("with", "homeostasis=true");

// Learns with the published settings (key preset) but for the epochs, and shows atoms, use and places.
function show(name, option) {
	selectImage("natural");
	run("Learn Convolutional Dictionary...", "preset=Low epochs=" + epochs + " " + option);
	rename(name + "-atoms");
	run("Dictionary Mosaic", "columns=10");
	titles = newArray("use", "where", "residual-norm", "energy-left");
	for (k = 0; k < titles.length; k++) {
		selectImage("natural-" + titles[k]);
		rename(name + "-" + titles[k]);
	}
}

// The pixels of a slice of one image as a slice of "natural".
function copy(from, slice, to) {
	selectImage(from);
	setSlice(slice);
	pixels = newArray(size * size);
	for (p = 0; p < pixels.length; p++) pixels[p] = getPixel(p % size, floor(p / size));
	selectImage("natural");
	setSlice(to);
	for (p = 0; p < pixels.length; p++) setPixel(p % size, floor(p / size), pixels[p]);
}
