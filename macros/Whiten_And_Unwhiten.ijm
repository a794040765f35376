// Whitens a sample by the Olshausen-Field filter, and takes the whitening back.
run("Open SparseJ Sample...", "name=Cell");
run("Whiten Image...", "method=[Olshausen-Field]");
run("Whiten Image...", "method=[Olshausen-Field] inverse=true");
run("Compare with Reference...", "reference=cell.png");
