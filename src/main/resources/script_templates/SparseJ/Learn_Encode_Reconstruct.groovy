// Learns a dictionary from the active image with the library, encodes the image with it and puts it together again.
import ij.IJ
import ij.ImagePlus
import ij.Prefs
import ij.process.FloatProcessor
import io.github.sparsej.encode.greedy.OmpOptions
import io.github.sparsej.learn.ModelLearning
import io.github.sparsej.learn.ModelSettings
import io.github.sparsej.learn.WhiteningFit
import io.github.sparsej.learn.ksvd.KsvdOptions
import io.github.sparsej.linalg.Parallel
import io.github.sparsej.model.PatchShape
import io.github.sparsej.model.Progress
import io.github.sparsej.model.Volume
import io.github.sparsej.patch.PatchSelection
import io.github.sparsej.restore.ImageCoder
import io.github.sparsej.restore.ImageDecoder
import io.github.sparsej.whiten.NoFilter

atoms = 64
sweeps = 5
nonzeros = 4  // atoms per patch
stride = 4    // px
seed = 42

image = IJ.getImage()
volume = Volume.plane(image.width, image.height, (float[]) image.getProcessor().convertToFloatProcessor().getPixels())
threads = Parallel.of(Prefs.threads)

// 8 x 8 px patches without their means, begun with some of the patches themselves
encoder = new OmpOptions(nonzeros, 0)
settings = new ModelSettings(PatchShape.square(8), 10000, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.patchMeans(), ModelSettings.Start.PATCHES, new KsvdOptions(atoms, sweeps, encoder, seed))
model = new ModelLearning(settings, threads).learn(volume, image.title, Progress.NONE).model()

code = new ImageCoder(model, stride, threads).encode(volume, Progress.NONE)
back = new ImageDecoder(model, threads).decode(code, Progress.NONE).get()

IJ.log(image.title + ': ' + code.codes().nonzeros() + ' coefficients in ' + atoms + ' atoms for ' + image.width * image.height + ' pixels')
new ImagePlus(image.title + ' of ' + nonzeros + ' atoms per patch', new FloatProcessor(back.width(), back.height(), back.plane(0, 0))).show()
