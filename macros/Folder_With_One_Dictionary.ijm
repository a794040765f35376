// Learns one dictionary from all TIFF and PNG images of a folder, encodes each of them with it, and reconstructs them from their codes, to see
// what so few atoms leave out. All goes into a folder beside the images. What is done already is not done again: stop it with Esc, start it
// again. A script gives the folder as argument; else it is asked for.
folder = getArgument();
if (folder == "") folder = getDirectory("Folder of images");
if (!endsWith(folder, "/") && !endsWith(folder, File.separator)) folder = folder + File.separator;
results = folder + "reconstructions" + File.separator;
files = "input=[" + folder + "] output=[" + results + "] pattern=[*.tif;*.png] ";

run("Sparse Batch...", files + "action=[Learn one dictionary] options=[patchsize=8 atoms=64 patches=20000 nonzeros=8 signed=true initial=Patches iterations=200 eta=0.01]");
run("Open Dictionary...", "path=[" + results + "dictionary.tif]");
atoms = getTitle();
run("Sparse Batch...", files + "action=Encode options=[dictionary=[" + atoms + "] encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4]");

codes = getFileList(results);
for (i = 0; i < codes.length; i++) {
	if (endsWith(codes[i], "-code.tif")) {
		open(results + codes[i]);
		code = getTitle();
		run("Reconstruct Image...", "dictionary=[" + atoms + "]");
		result = getTitle();
		source = folder + replace(codes[i], "-code.tif", "");
		if (!File.exists(source)) { // called after its name without ending, unless another has that too
			if (File.exists(source + ".tif")) source = source + ".tif";
			else source = source + ".png";
		}
		open(source);
		title = getTitle();
		selectImage(result);
		run("Compare with Reference...", "reference=[" + title + "]");
		saveAs("Tiff", results + replace(codes[i], "-code.tif", "-reconstruction.tif"));
		close();
		selectImage(code);
		close();
		selectImage(title);
		close();
	}
}
