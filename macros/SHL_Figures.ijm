// The figures of Perrinet (2019), "An adaptive homeostatic algorithm for the unsupervised learning of visual features", Vision 3(3):47,
// and its controls, in one go: without a folder on a sample image, small and quick; on a folder of photographs with the settings of the
// published notebook, which takes an hour or so and leaves tables and pictures in a folder "figures" in it. Finished runs are kept
// in a cache: started again, it goes on where it ended. A script gives the folder as argument, or "sample".
// Figure 1A, 3A: METHOD-mosaic; 1B: figure-1B; 2A: METHOD-quantiles; 2B: figure-2B-eta, figure-2B-etahomeo; 3B: figure-3B; the rest: control-...
var quick = true, learning = "", results = "", cache = "";

folder = getArgument();
if (folder == "" && !is("Batch Mode")) {
	Dialog.create("Figures of sparse Hebbian learning");
	Dialog.addDirectory("Folder of photographs (none: a sample, quick)", "");
	Dialog.show();
	folder = Dialog.getString();
}
if (folder != "" && folder != "sample") quick = false;
if (quick) {
	run("Open SparseJ Sample...", "name=Raccoon");
	learning = "preset=[Notebook 2018] crop=0 patchsize=12 atoms=144 patches=20000 nonzeros=10 iterations=201 batch=512";
	// The first record is of batch 1, the last of batch 201.
	sizes = "seeds=3 every=20";
	scans = "range=10 points=5 every=100";
	cache = getDirectory("temp") + "sparsej-figures";
} else {
	if (!endsWith(folder, "/") && !endsWith(folder, File.separator)) folder = folder + File.separator;
	learning = "preset=[Notebook 2018] folder=[" + folder + "]";
	sizes = "seeds=10 every=32";
	scans = "range=10 points=9 every=1024";
	results = folder + "figures" + File.separator;
	cache = results + "cache";
}

beginTable("Results before");

// Figures 1A, 2A, 3A: the rarest and the most used atoms of each method (first and second row), and the quantile functions of all.
methods = newArray("None", "OLS", "EMP", "HAP", "HEH");
alphas = newArray("2.5", "2.5", "0.05", "2.5", "2.5");
for (i = 0; i < methods.length; i++) {
	method = methods[i];
	source();
	run("Learn Dictionary...", learning + " homeostasis=" + method + " alphahomeo=" + alphas[i] + " every=0 curves=false");
	rename(method + "-atoms");
	run("Dictionary Mosaic", "order=[Rarest and most used] rows=2 columns=9 inverted=true");
	keepEnlarged(method + "-mosaic");
	selectImage(method + "-atoms");
	run("Dictionary Statistics...", "plots=All");
	keep(method + "-quantiles");
	selectImage(method + "-activation");
	close();
}
beginTable("Dictionaries");

// Figures 1B and 3B: F over time.
experiment("Compare Homeostasis...", "figure-1B", "methods=None,OLS,HEH " + sizes);
experiment("Compare Homeostasis...", "figure-3B", "methods=OLS,EMP@0.05,HAP,HEH " + sizes);

beginTable("Compared methods");

// Figure 2B: the final F against the step size and the rate of homeostasis. Controls: the same of the methods of figure 3.
experiment("Scan Parameter...", "figure-2B-eta", "parameter=eta methods=None,OLS,HEH " + scans);
experiment("Scan Parameter...", "figure-2B-etahomeo", "parameter=etahomeo methods=None,OLS,HEH " + scans);
experiment("Scan Parameter...", "control-eta", "parameter=eta methods=OLS,EMP@0.05,HAP,HEH " + scans);
experiment("Scan Parameter...", "control-etahomeo", "parameter=etahomeo methods=OLS,EMP@0.05,HAP,HEH " + scans);

// Controls: other coding steps (whose own error of coding is not what is shown: it is that of matching pursuit with the atoms learned),
// other initial dictionaries, a fixed rate in place of Adam.
experiment("Scan Parameter...", "control-encoder", "parameter=encoder values=[Matching pursuit,Orthogonal matching pursuit,LARS,Lasso coordinate descent,Soft threshold] methods=None lambda=0.05 " + sizes);
experiment("Scan Parameter...", "control-initial", "parameter=initial values=[1/f,White noise] methods=None,HAP " + sizes);
experiment("Scan Parameter...", "control-adam", "parameter=betaone values=[0,0.9] methods=None,HAP " + sizes);

function source() {
	if (quick) selectImage("raccoon.png");
}

// Further rows of numbers begin a table of their own; those there are stay in one of this name.
function beginTable(name) {
	if (isOpen("Results")) IJ.renameResults(name);
}

// A picture, also as a file where there is a folder for them.
function keep(title) {
	if (results == "") return;
	File.makeDirectory(results);
	selectImage(title);
	saveAs("PNG", results + title);
	rename(title);
}

// The same with every pixel as 6 x 6, for a file of few pixels is no figure.
function keepEnlarged(title) {
	if (results == "") return;
	selectImage(title);
	run("Scale...", "x=6 y=6 interpolation=None create title=enlarged");
	rename(title + "-enlarged");
	File.makeDirectory(results);
	saveAs("PNG", results + title);
	close();
}

// One experiment, its plot under a name of its own, its files in a folder of that name.
function experiment(command, name, keys) {
	source();
	output = "";
	if (results != "") output = " output=[" + results + name + "]";
	run(command, learning + " " + keys + " cache=[" + cache + "]" + output);
	rename(name);
}
