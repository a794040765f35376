package io.github.sparsej.command;

import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSample;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;

/** Patches of an image as a model's encoder gets them. */
final class ModelPatches {

	private ModelPatches() {}

	/** Patches of random places of these images, inside the selection of their source if there is one: of the filtered images, whitened. */
	static Signals ofSelection(final ImagePlus image, final SourceSeries series, final SparseModel model, final int count, final long seed, final Progress progress) {
		return ofSelection(image, series, model, PatchSamplerOptions.uniform(count, seed), progress);
	}

	/** The same, chosen otherwise. */
	static Signals ofSelection(final ImagePlus image, final SourceSeries series, final SparseModel model, final PatchSamplerOptions options, final Progress progress) {
		Memory.require(2L * Float.BYTES * series.count() * series.width() * series.height() * series.depth() * series.channels(), "use fewer slices");
		return sample(series.asList(), SourceImages.regions(image, series.count()), model, options, progress);
	}

	/** The same from anywhere in an image that the model can encode. */
	static Signals ofAll(final Volume image, final SparseModel model, final int count, final long seed, final Progress progress) {
		return sample(List.of(image), Collections.singletonList(null), model, PatchSamplerOptions.uniform(count, seed), progress);
	}

	private static Signals sample(final List<Volume> images, final List<RegionMask> regions, final SparseModel model, final PatchSamplerOptions options, final Progress progress) {
		final PatchSample drawn = new PatchSampler(model.shape(), options).sample(images.stream().map(image -> image.filter(model.filter())).toList(), regions, progress);
		LearningNotes.tellRefused(drawn.refusedPlaces());
		return model.whitening().apply(drawn.patches());
	}
}
