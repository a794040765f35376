// Do learned atoms describe an image they have never seen better than the discrete cosine transform of the same size?
// 64 atoms of 8 x 8 px, 8 nonzeros per patch; Results: the learned atoms first, then the cosines.
run("Open SparseJ Sample...", "name=Astronaut");
run("Learn Dictionary...", "patchsize=8 atoms=64 patches=50000 nonzeros=8 signed=true homeostasis=None initial=DCT iterations=300 eta=0.003 curves=false");
rename("learned");
selectImage("astronaut.png");
run("Learn Dictionary...", "patchsize=8 atoms=64 patches=1000 initial=DCT iterations=0 curves=false");
rename("cosines");
run("Open SparseJ Sample...", "name=Raccoon");
dictionaries = newArray("learned", "cosines");
for (i = 0; i < dictionaries.length; i++) {
	selectImage("raccoon.png");
	run("Encode Image...", "dictionary=" + dictionaries[i] + " encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4");
	run("Reconstruct Image...", "dictionary=" + dictionaries[i]);
	rename("raccoon-by-" + dictionaries[i]);
	run("Compare with Reference...", "reference=raccoon.png");
}
