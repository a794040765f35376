// Four learners, the same patches, as many atoms and nonzeros: how well do the atoms describe the image?
// Results: a row per learner, in the order of the list.
if (nImages == 0) run("Open SparseJ Sample...", "name=Camera");
image = getTitle();
learners = newArray("Hebbian", "Online", "K-SVD", "MOD");
iterations = newArray(300, 300, 10, 10);
for (i = 0; i < learners.length; i++) {
	selectImage(image);
	run("Learn Dictionary...", "learner=" + learners[i] + " iterations=" + iterations[i] + " patchsize=8 atoms=128 patches=20000 batch=512 nonzeros=6 signed=true encoder=[Orthogonal matching pursuit] homeostasis=None initial=DCT eta=0.003 curves=false");
	rename(learners[i]);
	selectImage(image);
	run("Encode Image...", "dictionary=" + learners[i] + " stride=4");
	run("Reconstruct Image...", "dictionary=" + learners[i]);
	rename("by-" + learners[i]);
	run("Compare with Reference...", "reference=[" + image + "]");
}
