package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;

/** {@link ConvolutionalPursuit} for one dictionary. */
final class PreparedPursuit extends CodedImages {

	/** Steps between two questions whether to go on: with the largest dictionaries in use they take a tenth of a second. */
	private static final int STEPS = 16;

	private final ConvolutionalPursuitOptions options;
	private final Scale scale;

	PreparedPursuit(final PlacedDictionary atoms, final ConvolutionalPursuitOptions options, final Scale scale, final Parallel parallel) {
		super(atoms, !options.nonnegative(), parallel);
		this.options = options;
		this.scale = scale;
	}

	@Override
	StopReason encode(final float[][] planes, final CorrelationMaps maps, final double norm, final PlacedList code, final Parallel within, final Progress progress) {
		final int width = maps.columns + atoms.shape.width() - 1;
		final MapUpdater updater = new MapUpdater(maps);
		final Peak peak = new Peak();
		final double enough = options.residualShare() * norm * options.residualShare() * norm;
		double energy = norm * norm, threshold = options.threshold();
		for (int step = 0; step < options.maxCount(); step++) {
			if (step % STEPS == 0 && !progress.report((double) step / options.maxCount(), WHAT)) return StopReason.CANCELLED;
			if (!maps.find(peak) || Math.abs(peak.correlation) <= ROUNDING * norm) return StopReason.STALLED;
			final float whole = peak.correlation / atoms.energies[peak.atom];
			if (step == 0 && scale == Scale.OF_LARGEST) threshold *= Math.abs(whole);
			if (Math.abs(whole) < threshold) return StopReason.TOLERANCE;
			final float coefficient = (float) (options.relaxation() * whole);
			updater.subtract(peak.atom, peak.y, peak.x, coefficient);
			energy += Norm.subtract(planes, width, atoms, peak.atom, peak.y, peak.x, coefficient);
			code.add(peak.atom, peak.y, peak.x, coefficient);
			if (options.residualShare() > 0 && energy <= enough) return StopReason.TOLERANCE;
		}
		return StopReason.MAX_NONZEROS;
	}
}
