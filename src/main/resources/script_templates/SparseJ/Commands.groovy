// Runs commands of the menu from a script, with the lines that the macro recorder gives.
import ij.IJ
import ij.WindowManager

image = IJ.getImage()
name = image.shortTitle

IJ.run(image, 'Learn Dictionary...', 'learner=K-SVD patchsize=8 atoms=64 patches=10000 iterations=5 nonzeros=4 curves=false')
IJ.run(image, 'Encode Image...', "dictionary=[${name}-atoms] stride=4")
IJ.run(WindowManager.getImage(name + '-code'), 'Reconstruct Image...', "dictionary=[${name}-atoms]")
IJ.run(WindowManager.getImage(name + '-reconstruction'), 'Compare with Reference...', "reference=[${image.title}]")
