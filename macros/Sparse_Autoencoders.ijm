// Auto-encoders of patches of one image, and why a penalty makes them sparse. Windows to look at:
// sigmoid-filters: what each of 25 logistic units looks for: edges and bars of all directions.
// lambda-0-mosaic, lambda-1-mosaic: what rectified units put into patches, without and with a penalty on their activity: noise, and edges.
// lambda-1-sorted-activations: all activities of the same 25 patches in both: with the penalty most units rest.
// sparsification-weights-left and others: such a penalty on the weights of a single unit: they fall one after another, near to what theory expects.
if (nImages == 0) run("Open SparseJ Sample...", "name=Camera");
image = getTitle();
base = File.getNameWithoutExtension(image);
learn("sigmoid", "kind=[Sigmoid KL] patchsize=8 patches=10000 hidden=25 iterations=400");
take("sigmoid", "filters");
relu = "kind=ReLU patchsize=12 patches=10000 hidden=144 iterations=10000 eta=0.001";
learn("lambda-0", relu + " lambda=0");
take("lambda-0", "mosaic");
learn("lambda-1", relu + " lambda=1 compare=lambda-0");
take("lambda-1", "mosaic");
if (isOpen("Results")) IJ.renameResults("Auto-encoders");
run("Sparsification Dynamics...");

// The atoms, the encoder and the sorted activities under a name of their own.
function learn(name, keys) {
	selectImage(image);
	run("Sparse Autoencoder...", keys);
	rename(name);
	take(name, "encoder");
	take(name, "sorted-activations");
}

function take(name, ending) {
	selectImage(base + "-" + ending);
	rename(name + "-" + ending);
}
