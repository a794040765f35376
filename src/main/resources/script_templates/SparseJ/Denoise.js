// Estimates the noise of the active image with the library, and takes it out.
var IJ = Java.type('ij.IJ');
var ImagePlus = Java.type('ij.ImagePlus');
var Prefs = Java.type('ij.Prefs');
var FloatProcessor = Java.type('ij.process.FloatProcessor');
var List = Java.type('java.util.List');
var Parallel = Java.type('io.github.sparsej.linalg.Parallel');
var PatchShape = Java.type('io.github.sparsej.model.PatchShape');
var Progress = Java.type('io.github.sparsej.model.Progress');
var Volume = Java.type('io.github.sparsej.model.Volume');
var DenoiseMethod = Java.type('io.github.sparsej.restore.denoise.DenoiseMethod');
var DenoiseOptions = Java.type('io.github.sparsej.restore.denoise.DenoiseOptions');
var Denoising = Java.type('io.github.sparsej.restore.denoise.Denoising');
var DictionarySettings = Java.type('io.github.sparsej.restore.denoise.DictionarySettings');
var NoisyImages = Java.type('io.github.sparsej.restore.denoise.NoisyImages');
var NoiseLevel = Java.type('io.github.sparsej.restore.noise.NoiseLevel');

var atoms = 128;
var patches = 10000;
var sweeps = 5;
var seed = 42;

var image = IJ.getImage();
var volume = Volume.plane(image.getWidth(), image.getHeight(), image.getProcessor().convertToFloatProcessor().getPixels());
var noise = NoiseLevel.estimate(volume, 0);
IJ.log(image.getTitle() + ': standard deviation of the noise ' + noise.sigma().toFixed(2) + ' grey values');

// atoms of 8 x 8 px, learned from the noisy image by K-SVD
var learned = new DictionarySettings(DenoiseMethod.KSVD, PatchShape.square(8), atoms, patches, sweeps, seed);
var denoising = Denoising.learning(learned, DenoiseOptions.DEFAULT, Parallel.of(Prefs.getThreads()));
denoising.run(NoisyImages.of(List.of(volume), List.of(noise)), null, function (done) {
	var result = done.image();
	new ImagePlus(image.getTitle() + ' denoised', new FloatProcessor(result.width(), result.height(), result.plane(0, 0))).show();
}, Progress.NONE);
