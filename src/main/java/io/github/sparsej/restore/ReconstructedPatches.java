package io.github.sparsej.restore;

import java.util.concurrent.CancellationException;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.StopReason;

/**
 * Patches as the encoder gets them (filtered and whitened), what their codes stand for, and what is left: n x m each.
 *
 * @param patches         x
 * @param codes           a
 * @param reconstructions D a, or what the encoder's {@link EncoderSettings#output output} makes of it
 * @param residuals       patches - reconstructions
 */
public record ReconstructedPatches(Signals patches, SparseCodes codes, Signals reconstructions, Signals residuals) {

	/**
	 * Encodes patches with the encoder of a model, and decodes them.
	 *
	 * @param patches filtered and whitened; not modified, and not to be modified afterwards
	 * @throws CancellationException if the progress asks to stop
	 */
	public static ReconstructedPatches of(final SparseModel model, final Signals patches, final Parallel parallel, final Progress progress) {
		final SparseCodes codes = Encoders.create(model.encoder(), model.homeostasis(), parallel).prepare(model.dictionary()).encode(patches, progress);
		if (codes.count(StopReason.CANCELLED) > 0) throw new CancellationException("stopped while patches were encoded");
		final Signals reconstructions = model.encoder().output(codes.decode(model.dictionary()));
		final Signals residuals = patches.copy();
		for (int j = 0; j < residuals.values().length; j++) residuals.values()[j] -= reconstructions.values()[j];
		return new ReconstructedPatches(patches, codes, reconstructions, residuals);
	}
}
