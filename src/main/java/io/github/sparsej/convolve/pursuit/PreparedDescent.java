package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;

/** {@link LocallyGreedyDescent} for one dictionary. */
final class PreparedDescent extends CodedImages {

	private final LocallyGreedyDescentOptions options;

	PreparedDescent(final PlacedDictionary atoms, final LocallyGreedyDescentOptions options, final Parallel parallel) {
		super(atoms, !options.nonnegative(), parallel);
		this.options = options;
	}

	@Override
	StopReason encode(final float[][] planes, final CorrelationMaps maps, final double norm, final PlacedList code, final Parallel within, final Progress progress) {
		final Peak highest = new Peak();
		if (!maps.find(highest)) return StopReason.CONVERGED;
		final float largest = Math.abs(highest.correlation);
		final float lambda = (float) (options.scale() == Scale.OF_LARGEST ? options.lambda() * largest : options.lambda());
		final double enough = options.tolerance() * largest, lowering = options.refit() ? 0.5 : 1;
		final Checkerboard board = new Checkerboard(maps);
		final PlacedList[] active = new PlacedList[board.count()];
		Arrays.setAll(active, i -> new PlacedList());
		final Shrinkage shrinkage = new Shrinkage(maps, planes, active);
		StopReason reason = FallingLevel.run(board, largest - lambda, enough, options.maxUpdates(), (number, r0, r1, c0, c1, level, most) -> shrinkage.lower(number, r0, r1, c0, c1, level, most, lambda), within, progress.part(0, lowering));
		if (options.refit() && reason == StopReason.CONVERGED)
			reason = FallingLevel.run(board, lambda, enough, options.maxUpdates(), (number, r0, r1, c0, c1, level, most) -> shrinkage.refit(number, level, most), within, progress.part(lowering, 1));
		for (final PlacedList list : active) code.addAll(list);
		return reason;
	}
}
