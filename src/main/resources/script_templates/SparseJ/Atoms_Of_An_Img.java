import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.process.FloatProcessor;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.image.AxisOrder;
import io.github.sparsej.image.ImgVolumes;
import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageCoder;
import io.github.sparsej.restore.ImageDecoder;
import io.github.sparsej.whiten.NoFilter;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Learns a dictionary from an Img of ImgLib2, here that of the active image, and describes the image by it. */
public class Atoms_Of_An_Img {

	public static void main(final String[] arguments) {
		final ImagePlus image = IJ.getImage();
		final Img<FloatType> img = ArrayImgs.floats((float[]) image.getProcessor().convertToFloatProcessor().getPixels(), image.getWidth(), image.getHeight());
		final Parallel threads = Parallel.of(Prefs.getThreads());

		final KsvdOptions learner = new KsvdOptions(64, 5, new OmpOptions(4, 0), 42); // atoms, sweeps, at most 4 atoms per patch, seed
		final ModelSettings settings = new ModelSettings(PatchShape.square(8), 10000, PatchSelection.HIGH_CONTRAST, NoFilter.INSTANCE, WhiteningFit.patchMeans(), ModelSettings.Start.DCT, learner);
		final LearnedModel learned = new ModelLearning(settings, threads).learn(ImgVolumes.toVolume(img, AxisOrder.XY), image.getTitle(), Progress.NONE);

		final ImageCode code = new ImageCoder(learned.model(), 4, threads).encode(ImgVolumes.toVolume(img, AxisOrder.XY), Progress.NONE);
		final Img<FloatType> back = ImgVolumes.toImg(new ImageDecoder(learned.model(), threads).decode(code, Progress.NONE).get(), AxisOrder.XY);

		final FloatProcessor pixels = new FloatProcessor(image.getWidth(), image.getHeight());
		int i = 0;
		for (final FloatType value : back) pixels.setf(i++, value.get());
		new ImagePlus(image.getTitle() + " of 64 atoms", pixels).show();
	}
}
