package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.Placement;

/**
 * Coordinate descent in the rectangles of one image: what changes coefficients there. Thread-safe for rectangles of one colour of
 * a {@link Checkerboard} at once.
 */
final class Shrinkage {

	private final CorrelationMaps maps;
	private final PlacedDictionary atoms;
	private final float[][] planes;
	private final int width;
	/** The coefficients of each rectangle that are not 0, or have been. */
	private final PlacedList[] active;

	/** @param planes the residual, changed along with the maps */
	Shrinkage(final CorrelationMaps maps, final float[][] planes, final PlacedList[] active) {
		this.maps = maps;
		this.planes = planes;
		this.active = active;
		atoms = maps.atoms;
		width = maps.columns + atoms.shape.width() - 1;
	}

	/**
	 * A {@link FallingLevel.Body} that lowers the l1 objective.
	 *
	 * @param level least change of a coefficient that is made
	 */
	long lower(final int number, final int firstRow, final int endRow, final int firstColumn, final int endColumn, final double level, final long most, final float lambda) {
		final MapUpdater updater = new MapUpdater(maps);
		final Peak peak = new Peak();
		for (long step = 0; step < most; step++) {
			int best = largestChange(active[number], lambda);
			float change = best < 0 ? 0 : change(active[number], best, lambda);
			if (maps.find(firstRow, endRow, firstColumn, endColumn, peak) && active[number].find(peak.atom, peak.y, peak.x) < 0) {
				final float other = best(peak.atom, peak.correlation, lambda);
				if (Math.abs(other) > Math.abs(change)) {
					change = other;
					best = active[number].size();
				}
			}
			if (!(Math.abs(change) >= level)) return step;
			if (best == active[number].size()) active[number].add(peak.atom, peak.y, peak.x, 0);
			change(active[number], best, change, updater);
			if (active[number].coefficient(best) == 0) active[number].remove(best);
		}
		return most;
	}

	/** A {@link FallingLevel.Body} that lowers the residual by coefficients that are there already. */
	long refit(final int number, final double level, final long most) {
		final MapUpdater updater = new MapUpdater(maps);
		for (long step = 0; step < most; step++) {
			final int best = largestChange(active[number], 0);
			final float change = best < 0 ? 0 : change(active[number], best, 0);
			if (!(Math.abs(change) >= level)) return step;
			change(active[number], best, change, updater);
		}
		return most;
	}

	/** Which coefficient changes most; -1 if there is none. */
	private int largestChange(final PlacedList list, final float lambda) {
		int best = -1;
		float most = -1;
		for (int i = 0; i < list.size(); i++) {
			final float change = Math.abs(change(list, i, lambda));
			if (change > most) {
				most = change;
				best = i;
			}
		}
		return best;
	}

	private float change(final PlacedList list, final int i, final float lambda) {
		final int atom = list.atom(i);
		final float coefficient = list.coefficient(i);
		return best(atom, Math.fma(atoms.energies[atom], coefficient, maps.correlation(atom, list.y(i), list.x(i))), lambda) - coefficient;
	}

	/** The best value of a coefficient, given the correlation of its atom with the residual without it. */
	private float best(final int atom, final float correlation, final float lambda) {
		if (correlation > lambda) return (correlation - lambda) / atoms.energies[atom];
		return maps.signed && correlation < -lambda ? (correlation + lambda) / atoms.energies[atom] : 0;
	}

	private void change(final PlacedList list, final int i, final float change, final MapUpdater updater) {
		updater.subtract(list.atom(i), list.y(i), list.x(i), change);
		Placement.add(planes, width, atoms.shape, atoms.atoms[list.atom(i)], list.y(i), list.x(i), -change);
		list.set(i, list.coefficient(i) + change);
	}
}
