package io.github.sparsej.imagej.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Plot;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomMosaic;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.code.CodeImages;
import io.github.sparsej.imagej.file.ModelFiles;
import io.github.sparsej.imagej.file.NamedFiles;
import io.github.sparsej.imagej.file.PngFiles;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageCoder;
import io.github.sparsej.restore.ImageDecoder;
import io.github.sparsej.whiten.NoFilter;

/** The main job in one go: an image goes in; atoms, code, reconstruction and learning curve come out as files. */
public final class MainJob {

	private static final int PATCH_SIZE = 8, ATOMS = 144, PATCHES = 60000, BATCHES = 600, BATCH = 1024, NONZEROS = 8, STRIDE = 2;
	private static final double ETA = 0.01, ETA_HOMEO = 0.05, BETA1 = 0.9, BETA2 = 0.999;
	private static final long SEED = 42;

	private MainJob() {}

	/**
	 * @param figures names and values, in the order to be shown
	 * @param files   what was written
	 */
	public record Report(Map<String, String> figures, List<Path> files) {}

	/**
	 * @param image    path of an image, or empty for a sample
	 * @param folder   where the results go, made if it is not there
	 * @param progress hears of each step; asking to stop ends the job early with what it has
	 * @throws IOException if the image cannot be read or a result not be written
	 */
	public static Report run(final String image, final Path folder, final Progress progress) throws IOException {
		final long begin = System.nanoTime();
		final ImagePlus source = image.isEmpty() ? Samples.open(Samples.Sample.RACCOON) : NamedFiles.open(Path.of(image));
		final List<Volume> volumes = SourceImages.currentSlice(source, SourceImages.Color.LUMINANCE);
		final Parallel parallel = Parallel.of(Runtime.getRuntime().availableProcessors());
		final SparseModel model = new ModelLearning(settings(), parallel).learn(volumes, SourceImages.regions(source, 1), source.getTitle(), progress).model();
		final ImageCode code = new ImageCoder(model, new OmpOptions(NONZEROS, 0), STRIDE, parallel).encode(volumes.get(0), progress);
		final Volume reconstruction = new ImageDecoder(model, parallel).decode(code, progress).orElseThrow();
		final double seconds = (System.nanoTime() - begin) * 1e-9;
		final ImageComparison quality = ImageComparison.of(volumes.get(0), reconstruction, SourceImages.peak(source, volumes.get(0)));

		final Map<String, String> figures = new LinkedHashMap<>();
		figures.put("Image", source.getTitle() + ", " + source.getWidth() + " x " + source.getHeight());
		figures.put("Atoms", model.dictionary().atomCount() + " of " + model.shape());
		figures.put("Patches", String.valueOf(code.codes().count()));
		figures.put("Nonzeros per patch", text("%.2f", (double) code.codes().nonzeros() / code.codes().count()));
		figures.put("PSNR", text("%.2f dB", quality.psnr()));
		figures.put("SSIM", text("%.4f", quality.ssim()));
		figures.put("Seconds", text("%.1f", seconds));
		return new Report(figures, write(folder, source, model, code, reconstruction));
	}

	private static String text(final String format, final double value) {
		return String.format(Locale.ROOT, format, value);
	}

	private static ModelSettings settings() {
		return new ModelSettings(PatchShape.square(PATCH_SIZE), PATCHES, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.patchMeans(), ModelSettings.Start.PATCHES,
			new HebbianOptions(ATOMS, BATCHES, BATCH, ETA, BETA1, BETA2, HebbianOptions.EPSILON, new MatchingPursuitOptions(NONZEROS, 0, Selection.SIGNED), new LogRatioHomeostasis(ETA_HOMEO), HebbianOptions.DEAD_AFTER, SEED));
	}

	private static List<Path> write(final Path folder, final ImagePlus source, final SparseModel model, final ImageCode code, final Volume reconstruction) throws IOException {
		Files.createDirectories(folder);
		final String title = Titles.base(source);
		final List<Path> files = new ArrayList<>();
		files.add(tiff(folder.resolve("atoms.tif"), AtomStacks.toImage(title + "-atoms", model, source.getCalibration())));
		files.add(png(folder.resolve("atoms.png"), enlarged(AtomMosaic.of(title + "-mosaic", model.dictionary(), source.getCalibration()))));
		files.add(tiff(folder.resolve("code.tif"), CodeImages.compact(title + "-code", List.of(code), source)));
		files.add(tiff(folder.resolve("reconstruction.tif"), ResultImages.of(title + "-reconstruction", List.of(reconstruction), source.getCalibration())));
		final Plot curve = Plots.learningCurve(title + "-learning-curve", model.provenance().curves().get(0));
		files.add(png(folder.resolve("learning-curve.png"), curve.getImagePlus()));
		return files;
	}

	/** Each pixel of an atom as 4 x 4, so that a viewer shows it. */
	private static ImagePlus enlarged(final ImagePlus mosaic) {
		final int scale = 4;
		return new ImagePlus(mosaic.getTitle(), mosaic.getProcessor().convertToByte(true).resize(mosaic.getWidth() * scale, mosaic.getHeight() * scale, false));
	}

	private static Path tiff(final Path path, final ImagePlus image) throws IOException {
		ModelFiles.save(image, path);
		return path;
	}

	private static Path png(final Path path, final ImagePlus image) throws IOException {
		PngFiles.save(image, path);
		return path;
	}
}
