package io.github.sparsej.command;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;

/** Patches of an image as a model's encoder gets them. */
final class ModelPatches {

	private ModelPatches() {}

	/** Patches of random places, inside the selection if there is one: of the filtered image, whitened. */
	static Signals sample(final ImagePlus image, final SparseModel model, final int count, final long seed, final Progress progress) {
		final Volume filtered = SourceImages.forModel(image, model).filter(model.filter());
		final Signals drawn = new PatchSampler(model.shape(), PatchSamplerOptions.uniform(count, seed)).sample(List.of(filtered), SourceImages.regions(image, 1), progress).patches();
		return model.whitening().apply(drawn);
	}
}
