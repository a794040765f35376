package io.github.sparsej.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.source.SelectedPart;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.denoise.DenoiseMethod;
import io.github.sparsej.restore.denoise.DenoiseOptions;
import io.github.sparsej.restore.denoise.Denoising;
import io.github.sparsej.restore.denoise.DictionarySettings;
import io.github.sparsej.restore.denoise.TrainedDictionary;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;

/**
 * The keys that choose the dictionary to denoise with: a method that makes one, or an open stack of atoms.
 *
 * @param method label of a {@link DenoiseMethod}
 * @param given  the model of the stack; nothing with the other methods
 */
record DenoisingChoice(DenoiseMethod method, Optional<SparseModel> given, PatchShape shape, int atoms, int patches, int iterations, int seed) {

	/** What learning needs for a value of a patch: drawn, in units of the noise, and residual, with codes. */
	private static final long BYTES_PER_VALUE = 16;
	/** The image, the same in units of its noise, the result and one that is written: what is worked on. */
	private static final long IMAGES_AT_ONCE = 4;
	/** Strips of patches and their codes on all threads. */
	private static final long WORKING = 64L << 20;

	/**
	 * @param asked the shape that the keys ask for, which a given dictionary need not have
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	static DenoisingChoice of(final DenoiseMethod method, final String dictionary, final PatchShape asked, final Integer atoms, final Integer patches, final Integer iterations, final Integer seed) {
		final Optional<SparseModel> given = method == DenoiseMethod.DICTIONARY ? Optional.of(AtomStacks.read(AtomStacks.find("dictionary", dictionary))) : Optional.empty();
		given.ifPresent(model -> tell(dictionary, model));
		return new DenoisingChoice(method, given, given.map(SparseModel::shape).orElse(asked), Check.range("atoms", atoms, 1, 1 << 16), Check.range("patches", patches, 1, 1 << 28),
			Check.range("iterations", iterations, 0, 1 << 24), Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE));
	}

	private static void tell(final String title, final SparseModel model) {
		if (!(model.filter() instanceof NoFilter) || !(model.whitening() instanceof PatchCentering || model.whitening() instanceof NoWhitening))
			Notes.say("the atoms of " + title + " were learned from filtered or whitened patches: they are used on patches that are not, and may fit them badly");
	}

	Denoising denoising(final DenoiseOptions options, final Parallel parallel) {
		return given.map(model -> Denoising.with(model.dictionary(), options, parallel)).orElseGet(() -> Denoising.learning(new DictionarySettings(method, shape, atoms, patches, iterations, seed), options, parallel));
	}

	/**
	 * Memory in bytes: the results, an image that is worked on, the patches to learn from and what learning takes.
	 *
	 * @throws IllegalArgumentException if the image is smaller than a patch, naming both
	 */
	long bytesNeeded(final SourceSeries series, final SelectedPart part, final int stride) {
		final long places = (long) series.count() * PatchGrid.covering(part.width(), part.height(), series.depth(), shape, stride).count();
		final long perImage = (long) Float.BYTES * series.depth() * series.channels(), whole = perImage * series.width() * series.height(), cut = perImage * part.width() * part.height();
		final long learning = method == DenoiseMethod.KSVD || method == DenoiseMethod.ONLINE ? BYTES_PER_VALUE * Math.min(patches, places * stride * stride) * shape.length() : 0;
		return series.count() * whole + IMAGES_AT_ONCE * cut + learning + (long) Float.BYTES * atoms * (atoms + 2L * shape.length()) + WORKING;
	}

	/**
	 * The dictionary that was learned, as a model that encodes images to the level of their noise; nothing where none was.
	 *
	 * @param source the image that it was learned from
	 */
	Optional<SparseModel> atoms(final TrainedDictionary trained, final DenoiseOptions options, final List<List<NoiseModel>> noise, final ImagePlus source) {
		return trained.learning().map(result -> {
			final OmpOptions unit = options.encoder(shape.length());
			final double sigma = noise.get(0).get(0) instanceof final GaussianNoise gaussian ? gaussian.sigma() : 1;
			final Map<String, String> settings = new LinkedHashMap<>(Map.of("patch", shape.toString()));
			settings.put("patches", Integer.toString(trained.patches()));
			settings.put("atoms", Integer.toString(atoms));
			settings.put("iterations", Integer.toString(iterations));
			settings.put("noise", NoiseKeys.words(noise));
			final Provenance provenance = new Provenance(method.label() + " of noisy patches", settings, seed, source.getTitle(), result.reproducibleCurves(), result.complete());
			return new SparseModel(NoFilter.INSTANCE, PatchCentering.INSTANCE, trained.dictionary(), new OmpOptions(unit.maxNonzeros(), sigma * unit.residualTolerance()), result.homeostasis(), provenance);
		});
	}
}
