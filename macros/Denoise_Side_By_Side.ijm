// Noise of photons on the sample Cell, taken away as what it is (Poisson-Gaussian, estimated) and as if it were Gaussian.
// Results: a row for each denoising, then the noisy image and both results beside the clean one.
run("Open SparseJ Sample...", "name=Cell");
rename("clean");
getStatistics(area, mean, min, max);
run("SparseJ Photon Noise");
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
