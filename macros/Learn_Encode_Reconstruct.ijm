// The main job: learn a dictionary on a sample, describe the image by few atoms per patch, put it together again, compare.
run("Open SparseJ Sample...", "name=Camera");
run("Learn Dictionary...", "patchsize=8 atoms=144 patches=40000 nonzeros=8 signed=true initial=Patches iterations=300 eta=0.01");
run("Dictionary Mosaic");
selectImage("camera.png");
run("Encode Image...", "dictionary=camera-atoms encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4");
run("Reconstruct Image...", "dictionary=camera-atoms");
run("Compare with Reference...", "reference=camera.png");
