// A time series to try denoising on: a part of the sample Cell that drifts by 4 px a frame, "clean", and what a camera would see of it
// in the light of 20 photons at the brightest pixel, "noisy".
frames = 5;
side = 240;
run("Open SparseJ Sample...", "name=Cell");
newImage("clean", "8-bit black", side, side, frames);
for (frame = 1; frame <= frames; frame++) {
	selectImage("cell.png");
	makeRectangle(296 + 4 * frame, 250, side, side);
	Image.copy;
	selectImage("clean");
	setSlice(frame);
	Image.paste(0, 0);
}
Roi.remove;
selectImage("cell.png");
close();
selectImage("clean");
run("SparseJ Photon Noise");
