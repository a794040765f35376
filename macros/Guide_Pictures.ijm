// Makes the pictures of the guide, as PNG files in a folder: all of them in some minutes, or those that are named. A script gives the folder as
// argument, with the names behind a | where not all are wanted: "pictures|learn denoising". Closes all images.
// Each picture is made from the results of commands, or of another macro of this menu, so that these can be tried as they are.
var folder = "", wanted = "", gap = 12, heading = 22;

argument = getArgument();
if (argument == "") argument = getDirectory("Folder for the pictures");
parts = split(argument, "|");
folder = parts[0];
if (!endsWith(folder, "/") && !endsWith(folder, File.separator)) folder = folder + File.separator;
File.makeDirectory(folder);
if (parts.length > 1) wanted = " " + parts[1] + " ";

if (any("learn encode residuals")) learning();
if (any("whiten")) whitening();
if (any("visual-cortex")) visualCortex();
if (any("encoders")) encoders();
if (any("denoising")) denoising();
if (any("series")) series();
if (any("inpainting")) inpainting();
if (any("autoencoders energy sparsification")) autoencoders();
if (any("convolutional")) convolutional();
if (any("points")) points();
if (any("homeostasis shl-figures")) homeostasis();

// Learn, encode, reconstruct, step by step.
function learning() {
	fresh();
	run("Open SparseJ Sample...", "name=Camera");
	run("Learn Dictionary...", "patchsize=8 atoms=100 signed=true initial=DCT iterations=300 eta=0.003");
	run("Dictionary Mosaic");
	selectImage("camera.png");
	run("Encode Image...", "dictionary=camera-atoms encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4");
	run("Reconstruct Image...", "dictionary=camera-atoms");
	run("Compare with Reference...", "reference=camera.png");
	psnr = d2s(getResult("PSNR (dB)", nResults - 1), 1);

	begin(840, 300);
	enlarge("camera.png", 0, 0, 512, 512, 0.5333);
	place(0, heading, "camera.png");
	enlarge("camera-mosaic", 0, 0, 91, 91, 3);
	place(273 + gap, heading, "camera-mosaic: 100 atoms of 8 x 8 px");
	plot("camera-learning-curve", 182, 205);
	place(2 * (273 + gap), heading, "camera-learning-curve");
	finish("learn", false);

	begin(840, 226);
	x = 200; y = 70;
	enlarge("camera.png", x, y, 100, 100, 2);
	place(0, heading, "camera.png, a part");
	selectImage("camera-code");
	setSlice(9);
	setMinAndMax(-200, 200);
	enlarge("camera-code", x / 4, y / 4, 25, 25, 8);
	place(213, heading, "camera-code: coefficient 1");
	selectImage("camera-reconstruction");
	setMinAndMax(0, 255);
	enlarge("camera-reconstruction", x, y, 100, 100, 2);
	place(426, heading, "reconstruction: " + psnr + " dB");
	difference("camera.png", "camera-reconstruction", 30);
	enlarge("difference", x, y, 100, 100, 2);
	place(639, heading, "what is left, -30 to 30");
	finish("encode", true);

	selectImage("camera.png");
	run("Show Residuals...", "dictionary=camera-atoms selection=[High contrast]");
	begin(840, 195);
	enlarge("camera-residuals", 0, 0, 109, 28, 6);
	place(150, 8, "");
	label("patches", 20, 45);
	label("as encoded", 20, 99);
	label("what is left", 20, 153);
	finish("residuals", true);
}

function whitening() {
	fresh();
	run("Open SparseJ Sample...", "name=Cell");
	methods = newArray("Olshausen-Field", "SHL", "Local contrast normalization");
	for (i = 0; i < methods.length; i++) {
		selectImage("cell.png");
		run("Whiten Image...", "method=[" + methods[i] + "]");
		getStatistics(area, mean, min, max, deviation);
		setMinAndMax(mean - 3 * deviation, mean + 3 * deviation);
		rename(methods[i]);
	}
	begin(840, 226);
	titles = newArray("cell.png", methods[0], methods[1], methods[2]);
	for (i = 0; i < titles.length; i++) {
		enlarge(titles[i], 100, 150, 400, 400, 0.5);
		place(213 * i, heading, titles[i]);
	}
	finish("whiten", true);
}

function visualCortex() {
	fresh();
	run("SparseJ Visual Cortex Atoms");
	begin(840, 498);
	enlarge("raccoon-mosaic", 0, 0, 157, 157, 3);
	place(0, heading, "raccoon-mosaic: 144 atoms of 12 x 12 px");
	plot("raccoon-use", 270, 405);
	place(484, heading, "raccoon-use");
	finish("visual-cortex", false);
}

function encoders() {
	fresh();
	run("SparseJ Encoders Side By Side");
	begin(840, 316);
	plot("camera-residual-nonzeros", 740, 225);
	place(0, heading, "camera-residual-nonzeros");
	finish("encoders", false);
}

function denoising() {
	fresh();
	run("SparseJ Denoise Side By Side");
	selectImage("clean");
	getStatistics(area, mean, min, max);
	images = newArray("clean", "noisy", "denoised-as-gaussian", "denoised");
	labels = newArray("clean", "noisy", "as Gaussian", "denoised");
	begin(840, 226);
	for (i = 0; i < images.length; i++) {
		selectImage(images[i]);
		setMinAndMax(0, max);
		enlarge(images[i], 350, 300, 100, 100, 2);
		text = labels[i];
		if (i > 0) text = text + ": " + d2s(getResult("PSNR (dB)", nResults - 4 + i), 1) + " dB";
		place(213 * i, heading, text);
	}
	finish("denoising", true);
}

function series() {
	fresh();
	run("SparseJ Low Light Series");
	selectImage("noisy");
	run("Sparse Denoise...", "noise=Poisson-Gaussian scope=[All slices]");
	selectImage("clean");
	getStatistics(area, mean, min, max);
	noisy = quality("noisy", "clean", max);
	denoised = quality("noisy-denoised", "clean", max);
	titles = newArray("noisy", "noisy-denoised", "clean");
	for (i = 0; i < titles.length; i++) {
		selectImage(titles[i]);
		setSlice(3);
		setMinAndMax(0, max);
	}
	difference("noisy", "noisy-denoised", max / 2);
	begin(840, 226);
	labels = newArray("noisy: " + noisy + " dB", "noisy-denoised: " + denoised + " dB", "clean", "what was taken away");
	titles = newArray("noisy", "noisy-denoised", "clean", "difference");
	for (i = 0; i < titles.length; i++) {
		enlarge(titles[i], 40, 40, 100, 100, 2);
		place(213 * i, heading, labels[i]);
	}
	finish("series", true);
}

function inpainting() {
	fresh();
	run("SparseJ Inpaint Missing Pixels");
	imageCalculator("Subtract create", "whole", "missing");
	rename("known");
	selectImage("by-learned-atoms");
	setMinAndMax(0, 255);
	begin(840, 294);
	titles = newArray("known", "by-learned-atoms", "whole");
	labels = newArray("half of the pixels", "inpainted: " + d2s(getResult("PSNR (dB)", nResults - 1), 1) + " dB", "the whole image");
	for (i = 0; i < titles.length; i++) {
		enlarge(titles[i], 110, 130, 134, 134, 2);
		place(286 * i, heading, labels[i]);
	}
	finish("inpainting", true);
}

function autoencoders() {
	fresh();
	run("SparseJ Sparse Autoencoders");
	begin(840, 470);
	enlarge("lambda-0-mosaic", 0, 0, 105, 105, 2);
	place(0, heading, "lambda-0-mosaic: no penalty");
	enlarge("lambda-1-mosaic", 0, 0, 105, 105, 2);
	place(250, heading, "lambda-1-mosaic: with a penalty");
	enlarge("sigmoid-filters", 0, 0, 46, 46, 4);
	place(510, heading, "sigmoid-filters");
	plot("lambda-1-sorted-activations", 740, 140);
	place(0, 2 * heading + 216, "lambda-1-sorted-activations");
	finish("autoencoders", false);

	begin(840, 292);
	enlarge("energy-mosaic", 0, 0, 131, 131, 2);
	place(0, heading, "energy-mosaic");
	plot("energy-convergence", 440, 200);
	place(290, heading, "energy-convergence");
	finish("energy", false);

	begin(840, 350);
	plot("sparsification-weights-left", 325, 255);
	place(0, heading, "sparsification-weights-left");
	plot("sparsification-weights", 325, 255);
	place(426, heading, "sparsification-weights");
	finish("sparsification", false);
}

function convolutional() {
	fresh();
	run("SparseJ Convolutional Homeostasis");
	names = newArray("without", "with");
	begin(840, 330);
	for (i = 0; i < names.length; i++) {
		name = names[i];
		enlarge(name + "-mosaic", 0, 0, 101, 21, 4);
		place(430 * i, heading, name + "-mosaic");
		plot(name + "-use", 310, 125);
		place(430 * i, 2 * heading + 92, name + "-use");
	}
	finish("convolutional", false);
}

// Atoms of one micrograph, and where they are placed in it.
function points() {
	fresh();
	run("Open SparseJ Sample...", "name=Retina");
	run("Learn Convolutional Dictionary...", "preset=Micrograph curves=false");
	run("Dictionary Mosaic", "columns=4");
	selectImage("retina.png");
	run("Encode Convolutional...", "dictionary=retina-atoms nonzeros=1000 output=Points filtered=true");
	begin(840, 320);
	enlarge("retina-mosaic", 0, 0, 49, 97, 3);
	place(0, heading, "retina-mosaic");
	enlarge("retina-filtered", 400, 420, 160, 145, 2);
	place(180, heading, "retina-filtered, a part");
	selectImage("retina-code");
	run("Flatten");
	rename("flat");
	enlarge("flat", 400, 420, 160, 145, 2);
	place(515, heading, "retina-code, with points");
	finish("points", false);
}

function homeostasis() {
	fresh();
	run("SparseJ SHL Figures");
	begin(840, 804);
	methods = newArray("None", "OLS", "HEH");
	for (i = 0; i < methods.length; i++) {
		title = methods[i] + "-mosaic";
		enlarge(title, 0, 0, 118, 27, 2);
		place(286 * i, heading, title);
	}
	titles = newArray("None-quantiles", "HEH-quantiles", "figure-1B", "figure-2B-eta", "figure-3B", "figure-2B-etahomeo");
	for (i = 0; i < titles.length; i++) {
		plot(titles[i], 325, 145);
		place(426 * (i % 2), 110 + floor(i / 2) * 240, titles[i]);
	}
	finish("shl-figures", false);

	// The runs are in the cache of those figures.
	records = newArray("F", "qerror");
	for (i = 0; i < records.length; i++) {
		selectImage("raccoon.png");
		run("Compare Homeostasis...", "preset=[Notebook 2018] crop=0 patchsize=12 atoms=144 patches=20000 nonzeros=10 iterations=201 batch=512 methods=None,HAP,HEH seeds=3 every=20 record=" + records[i] + " cache=[" + getDirectory("temp") + "sparsej-figures]");
		rename("compared-" + records[i]);
	}
	begin(840, 350);
	methods = newArray("None", "HAP", "HEH");
	for (i = 0; i < methods.length; i++) {
		title = methods[i] + "-mosaic";
		enlarge(title, 0, 0, 118, 27, 2);
		place(286 * i, heading, title);
	}
	for (i = 0; i < records.length; i++) {
		title = "compared-" + records[i];
		plot(title, 325, 165);
		place(426 * i, 110, "raccoon-" + records[i] + "-over-time");
	}
	finish("homeostasis", false);
}

// Whether one of these pictures is wanted.
function any(names) {
	list = split(names, " ");
	for (i = 0; i < list.length; i++) if (wanted == "" || indexOf(wanted, " " + list[i] + " ") >= 0) return true;
	return false;
}

function fresh() {
	close("*");
	if (isOpen("Results")) IJ.renameResults("Results before");
}

function begin(width, height) {
	newImage("picture", "RGB white", width, height, 1);
}

// A part of the current slice, as it is shown, in the image "panel": pixels are repeated, or averaged where it is made smaller. (Without a
// screen ImageJ's own Scale would ask.)
function enlarge(title, x, y, width, height, factor) {
	selectImage(title);
	getMinAndMax(black, white);
	if (is("Inverting LUT")) {
		swapped = black;
		black = white;
		white = swapped;
	}
	w = floor(width * factor);
	h = floor(height * factor);
	side = maxOf(1, round(1 / factor));
	pixels = newArray(w * h);
	for (i = 0; i < pixels.length; i++) {
		left = x + floor((i % w) / factor);
		top = y + floor(floor(i / w) / factor);
		if (bitDepth() == 24) {
			pixels[i] = getPixel(left, top);
		} else {
			sum = 0;
			for (k = 0; k < side * side; k++) sum += getPixel(minOf(x + width - 1, left + k % side), minOf(y + height - 1, top + floor(k / side)));
			grey = 255;
			if (!isNaN(sum)) grey = minOf(255, maxOf(0, round((sum / (side * side) - black) / (white - black) * 255)));
			pixels[i] = grey * 65793; // red, green and blue alike
		}
	}
	newImage("panel", "RGB white", w, h, 1);
	for (i = 0; i < pixels.length; i++) setPixel(i % w, floor(i / w), pixels[i]);
}

// A plot whose frame has this size, in the image "panel".
function plot(title, width, height) {
	selectImage(title);
	Plot.setFrameSize(width, height);
	w = getWidth();
	h = getHeight();
	Image.copy;
	newImage("panel", "RGB white", w, h, 1);
	Image.paste(0, 0);
	Roi.remove;
}

// Puts the panel there, with a line of text above.
function place(left, top, text) {
	selectImage("panel");
	Image.copy;
	close();
	selectImage("picture");
	Image.paste(left, top);
	Roi.remove;
	label(text, left, top - 6);
}

function label(text, left, bottom) {
	selectImage("picture");
	setColor(0, 0, 0);
	setFont("SansSerif", 14, "antialiased");
	drawString(text, left, bottom);
}

// a - b of the current slices, in the image "difference", from -range (black) to range (white).
function difference(a, b, range) {
	imageCalculator("Subtract create 32-bit", a, b);
	rename("difference");
	setMinAndMax(-range, range);
}

function quality(title, reference, peak) {
	selectImage(title);
	run("Compare with Reference...", "reference=[" + reference + "] peak=" + peak);
	return d2s(getResult("PSNR (dB)", nResults - 1), 1);
}

// Writes the picture, unless others were asked for.
function finish(name, grey) {
	selectImage("picture");
	if (grey) run("8-bit"); // a third of the bytes
	if (any(name)) saveAs("PNG", folder + name);
	close();
}
