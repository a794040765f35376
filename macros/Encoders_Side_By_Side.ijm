// Encoders at the same number of nonzeros on the same patches: what each leaves of them, and how long it takes.
// Plots and a Results row per point; put your own image first, and other names of encoders.
if (nImages == 0) run("Open SparseJ Sample...", "name=Camera");
image = getTitle();
run("Learn Dictionary...", "patchsize=8 atoms=144 patches=20000 nonzeros=5 signed=true homeostasis=None initial=DCT iterations=200 eta=0.003 curves=false");
atoms = getTitle();
selectImage(image);
run("Compare Encoders...", "dictionary=[" + atoms + "] from=1 to=16 points=5 encoders=[Matching pursuit,Orthogonal matching pursuit,Order recursive matching pursuit,Lasso LARS,Lasso coordinate descent]");
