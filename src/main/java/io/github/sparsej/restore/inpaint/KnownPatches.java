package io.github.sparsej.restore.inpaint;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.learn.masked.KnownMeans;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;

/**
 * Patches of which values are missing, as they are coded: the mean of the known values of each channel is taken away.
 *
 * @param signals known values minus their mean
 * @param mask    which values are known: those that were not NaN
 * @param means   what was taken away
 */
record KnownPatches(Signals signals, SignalMask mask, KnownMeans means) {

	/** @param patches NaN where values are missing; taken over and modified */
	static KnownPatches of(final Signals patches, final PatchShape shape) {
		final SignalMask mask = SignalMask.ofNumbers(patches);
		final KnownMeans means = KnownMeans.takeFrom(patches, mask, shape);
		return new KnownPatches(patches, mask, means);
	}
}
