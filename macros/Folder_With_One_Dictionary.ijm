// Encodes and reconstructs every TIFF and PNG image of a folder with the dictionary of its first image, and saves the
// reconstructions in a folder beside them. A script gives the folder as argument; else it is asked for.
folder = getArgument();
if (folder == "") folder = getDirectory("Folder of images");
if (!endsWith(folder, "/") && !endsWith(folder, File.separator)) folder = folder + File.separator;
results = folder + "reconstructions" + File.separator;
File.makeDirectory(results);
files = getFileList(folder);
atoms = "";
for (i = 0; i < files.length; i++) {
	if (endsWith(files[i], ".tif") || endsWith(files[i], ".png")) {
		open(folder + files[i]);
		title = getTitle();
		if (atoms == "") {
			run("Learn Dictionary...", "patchsize=8 atoms=64 patches=20000 nonzeros=8 signed=true initial=Patches iterations=200 eta=0.01 curves=false");
			atoms = getTitle();
			selectImage(title);
		}
		run("Encode Image...", "dictionary=[" + atoms + "] encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4");
		code = getTitle();
		run("Reconstruct Image...", "dictionary=[" + atoms + "]");
		result = getTitle();
		run("Compare with Reference...", "reference=[" + title + "]");
		selectImage(result);
		saveAs("Tiff", results + result);
		close();
		selectImage(code);
		close();
		selectImage(title);
		close();
	}
}
