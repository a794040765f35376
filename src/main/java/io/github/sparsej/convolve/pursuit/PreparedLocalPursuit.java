package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.convolve.Placement;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;

/** {@link LocallyGreedyPursuit} for one dictionary. */
final class PreparedLocalPursuit extends CodedImages {

	private final LocallyGreedyPursuitOptions options;

	PreparedLocalPursuit(final PlacedDictionary atoms, final LocallyGreedyPursuitOptions options, final Parallel parallel) {
		super(atoms, !options.nonnegative(), parallel);
		this.options = options;
	}

	@Override
	StopReason encode(final float[][] planes, final CorrelationMaps maps, final double norm, final PlacedList code, final Parallel within, final Progress progress) {
		final Peak highest = new Peak();
		if (!maps.find(highest)) return StopReason.STALLED;
		final int width = maps.columns + atoms.shape.width() - 1;
		final Checkerboard board = new Checkerboard(maps);
		final PlacedList[] placed = new PlacedList[board.count()];
		Arrays.setAll(placed, i -> new PlacedList());
		final double asked = options.scale() == Scale.OF_LARGEST ? options.threshold() * Math.abs(highest.correlation) : options.threshold();
		// Beyond rounding, each atom lowers the energy: there is an end.
		final double threshold = Math.max(asked, ROUNDING * norm);
		final StopReason reason = FallingLevel.run(board, Math.abs(highest.correlation), threshold, Long.MAX_VALUE, (number, r0, r1, c0, c1, level, most) -> {
			final MapUpdater updater = new MapUpdater(maps);
			final Peak peak = new Peak();
			final int before = placed[number].size();
			while (maps.find(r0, r1, c0, c1, peak)) {
				final float coefficient = peak.correlation / atoms.energies[peak.atom];
				if (Math.abs(coefficient) < level) break;
				updater.subtract(peak.atom, peak.y, peak.x, coefficient);
				Placement.add(planes, width, atoms.shape, atoms.atoms[peak.atom], peak.y, peak.x, -coefficient);
				placed[number].add(peak.atom, peak.y, peak.x, coefficient);
			}
			return placed[number].size() - before;
		}, within, progress);
		for (final PlacedList list : placed) code.addAll(list);
		return reason == StopReason.CONVERGED ? StopReason.TOLERANCE : reason;
	}
}
