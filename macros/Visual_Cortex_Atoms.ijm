// Atoms like the receptive fields of simple cells: sparse Hebbian learning with homeostasis (Perrinet 2019) on a whitened
// natural image, from patches of high contrast, and how evenly the atoms are used.
run("Open SparseJ Sample...", "name=Raccoon");
run("Learn Dictionary...", "patchsize=12 atoms=144 patches=40000 selection=[High contrast] whitening=SHL removemean=false homeostasis=HAP nonzeros=10 iterations=600 eta=0.01");
run("Dictionary Statistics...", "image=raccoon.png");
selectImage("raccoon-atoms");
run("Dictionary Mosaic");
