package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.bridge.Command_Runner;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.imagej.source.SelectedPart;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.denoise.DenoiseMethod;
import io.github.sparsej.restore.denoise.DenoiseOptions;
import io.github.sparsej.restore.denoise.DenoisingReport;
import io.github.sparsej.restore.denoise.NoisyImages;
import io.github.sparsej.restore.noise.NoiseModel;

/** Takes the noise out of an image, by few atoms per patch (Elad &amp; Aharon 2006). */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Sparse Denoise...", description = "Takes the noise out of an image by describing every patch by few atoms", initializer = SparseJCommand.PREPARE)
public final class SparseDenoise extends SparseJCommand {

	private static final String KSVD = "K-SVD", ONLINE = "Online", DCT = "DCT", DICTIONARY = "Dictionary";

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	/** What the dialog says of the image's noise if it is Gaussian. */
	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String estimate = "";

	@Parameter(label = "Sigma (grey values, 0 = estimated)", min = "0", persist = false, description = "Standard deviation of Gaussian noise")
	private Double sigma = 0.0;

	@Parameter(label = "Gain (more is smoother)", persist = false, description = "A patch is described until its residual is gain x sigma x sqrt(pixels): more is smoother")
	private Double gain = DenoiseOptions.DEFAULT.gain();

	@Parameter(label = "Method", choices = { KSVD, ONLINE, DCT, DICTIONARY }, persist = false, description = "K-SVD and Online learn a dictionary from the noisy image; Dictionary is one that is open")
	private String method = KSVD;

	@Parameter(label = "Dictionary (stack of atoms)", required = false, persist = false, description = "Title of an open stack, for method Dictionary: learn once, apply to many")
	private String dictionary = "";

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "All slices have one dictionary")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.JOINT, Keys.SEPARATE }, persist = false, description = "Luminance or the current channel; patches of all channels jointly; or every channel by itself")
	private String color = Keys.LUMINANCE;

	/** What the dialog says of the image's noise if it is that of photons and a camera. */
	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Noise of a camera"), visibility = ItemVisibility.MESSAGE, persist = false, required = false)
	private String cameraestimate = "";

	@Parameter(label = "Noise", choices = { NoiseKeys.GAUSSIAN, NoiseKeys.POISSON_GAUSSIAN }, persist = false, description = "Poisson-Gaussian: grows with brightness, as where photons are few")
	private String noise = NoiseKeys.GAUSSIAN;

	@Parameter(label = "Camera gain (grey values per electron, 0 = estimated)", min = "0", persist = false, description = "Grey values per photo-electron")
	private Double cameragain = 0.0;

	@Parameter(label = "Offset (grey values)", persist = false, description = "Of a pixel that no photon meets; 0: it is 0, unless the noise says otherwise")
	private Double offset = 0.0;

	@Parameter(label = "Read noise (grey values, 0 = estimated)", min = "0", persist = false, description = "Standard deviation of the noise without light, grey values")
	private Double readnoise = 0.0;

	@Parameter(attrs = @Attr(name = Command_Runner.HEADING, value = "Patches and dictionary"), label = "Patch size (px)", min = "2", persist = false, description = "Width and height of the patches, and of the atoms")
	private Integer patchsize = 8;

	@Parameter(label = "Patch depth (slices)", min = "1", persist = false, description = "Above 1: patches of the z stack")
	private Integer depth = 1;

	@Parameter(label = "Atoms", min = "1", persist = false, description = "How many atoms the dictionary has")
	private Integer atoms = 256;

	@Parameter(label = "Patches to learn from", min = "1", persist = false, description = "Of all slices together")
	private Integer patches = 40000;

	@Parameter(label = "Iterations", min = "0", persist = false, description = "Sweeps of K-SVD, passes over the patches of Online")
	private Integer iterations = 10;

	@Parameter(label = "Stride (px)", min = "1", persist = false, description = "Distance of neighbouring patches; 1 is best and slowest")
	private Integer stride = 1;

	@Parameter(label = "Keep the atoms", persist = false, description = "The dictionary learned becomes an image too")
	private Boolean keepatoms = false;

	@Parameter(label = "Seed", persist = false, description = "Of random choices: the same seed gives the same result")
	private Integer seed = 42;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus learned;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus denoised;

	@Override
	List<String> firstInputs() {
		return List.of("estimate", "sigma", "gain", "method", "dictionary", "scope", "color", "noise");
	}

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	/** The noise of what is seen, before it is asked for. */
	@Override
	void completeInputs() {
		final ImagePlus active = image == null ? WindowManager.getCurrentImage() : image;
		if (!asks() || active == null) return; // it takes a moment
		final SourceSeries seen = new SourceSeries(active, false, SourceImages.Color.LUMINANCE, false);
		estimate = "Estimated for " + active.getTitle() + ": " + words(seen, NoiseKeys.GAUSSIAN);
		cameraestimate = "Estimated for " + active.getTitle() + ": " + words(seen, NoiseKeys.POISSON_GAUSSIAN);
	}

	private static String words(final SourceSeries seen, final String noise) {
		try {
			return NoiseKeys.words(NoiseKeys.unknown(noise).of(seen));
		}
		catch (final IllegalArgumentException e) {
			return "cannot be told from this image";
		}
	}

	@Override
	void checkKeys() {
		Keys.color(color);
		noise();
		options(choice(shape(1)));
	}

	private NoiseKeys noise() {
		Check.choice("scope", scope, Keys.CURRENT_SLICE, Keys.ALL_SLICES);
		Check.flag("keepatoms", keepatoms);
		return new NoiseKeys(sigma, noise, cameragain, offset, readnoise);
	}

	private PatchShape shape(final int channels) {
		final int side = Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		return new PatchShape(side, side, Check.range("depth", depth, 1, Keys.LARGEST_PATCH), channels);
	}

	private DenoisingChoice choice(final PatchShape asked) {
		return DenoisingChoice.of(named(Check.choice("method", method, KSVD, ONLINE, DCT, DICTIONARY)), dictionary, asked, atoms, patches, iterations, seed);
	}

	private DenoiseOptions options(final DenoisingChoice choice) {
		return DenoiseOptions.DEFAULT.withGain(Check.range("gain", gain, 0.01, 100)).withStride(Check.range("stride", stride, 1, Math.max(choice.shape().width(), choice.shape().height())));
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final SourceImages.Color colors = Keys.color(color);
		final PatchShape asked = shape(colors == SourceImages.Color.JOINT ? SourceImages.channels(image) : 1);
		final NoiseKeys keys = noise();
		final DenoisingChoice choice = choice(asked);
		final DenoiseOptions options = options(choice);
		final boolean all = Keys.isAll(scope), keep = keepatoms;
		ModelFit.require(dictionary, choice.shape(), asked, image);
		final SourceSeries series = new SourceSeries(image, all, colors, choice.shape().depth() > 1);
		final SelectedPart part = SelectedPart.of(image, Math.max(choice.shape().width(), choice.shape().height()) - 1);
		Memory.require(choice.bytesNeeded(series, part, options.stride()), "denoise fewer slices or a part of the image, or use fewer patches to learn from");
		cite(named(method).citation());
		denoise(series, part, choice, options, Unstoppable.call(() -> keys.of(series), progress, 0, "Estimating noise"), keep, progress);
	}

	private static DenoiseMethod named(final String label) {
		for (final DenoiseMethod method : DenoiseMethod.values()) if (method.label().equals(label)) return method;
		throw new IllegalStateException(label);
	}

	private void denoise(final SourceSeries series, final SelectedPart part, final DenoisingChoice choice, final DenoiseOptions options, final List<List<NoiseModel>> noises, final boolean keep, final ProgressBar progress) {
		final List<Volume> results = new ArrayList<>();
		final long begin = System.nanoTime();
		final NoisyImages images = new NoisyImages(part.cut(series.asList()), noises);
		final DenoisingReport report = choice.denoising(options, parallel()).run(images, null, done -> results.add(part.paste(series.asList(), results.size(), done.image())), progress);
		final String title = Titles.base(image);
		if (keep) learned = choice.atoms(report.dictionary(), options, noises, image).map(model -> AtomStacks.toImage(title + "-atoms", model, image.getCalibration())).orElse(null);
		DenoisingNotes.tell(image.getTitle(), report, noises, series.count(), keep);
		if (results.isEmpty()) return;
		denoised = series.resultLikeSource(title + "-denoised", results);
		final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Method", method);
		NoiseKeys.write(row, noises);
		row.add("Images denoised", (long) results.size()).add("Time (s)", (System.nanoTime() - begin) * 1e-9);
		show(row);
	}
}
