package io.github.sparsej.command;

import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;

/** Patches of an image as a model's encoder gets them. */
final class ModelPatches {

	private ModelPatches() {}

	/** Patches of random places, inside the selection if there is one: of the filtered image, whitened. */
	static Signals ofSelection(final ImagePlus image, final SparseModel model, final int count, final long seed, final Progress progress) {
		return ofSelection(image, model, PatchSamplerOptions.uniform(count, seed), progress);
	}

	/** The same, chosen otherwise. */
	static Signals ofSelection(final ImagePlus image, final SparseModel model, final PatchSamplerOptions options, final Progress progress) {
		return sample(SourceImages.forModel(image, model), SourceImages.regions(image, 1), model, options, progress);
	}

	/** The same from anywhere in an image that the model can encode. */
	static Signals ofAll(final Volume image, final SparseModel model, final int count, final long seed, final Progress progress) {
		return sample(image, Collections.singletonList(null), model, PatchSamplerOptions.uniform(count, seed), progress);
	}

	private static Signals sample(final Volume image, final List<RegionMask> regions, final SparseModel model, final PatchSamplerOptions options, final Progress progress) {
		final Signals drawn = new PatchSampler(model.shape(), options).sample(List.of(image.filter(model.filter())), regions, progress).patches();
		return model.whitening().apply(drawn);
	}
}
