package io.github.sparsej.encode.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.QuantileFunctions;

/** Looking at few atoms finds the very atom that looking at all of them finds, to the bit. */
class QuantileScreenTest {

	/** z_i as the published code reads it, but for r of less than 1e-8, which it loses digits of. */
	static double published(final QuantileFunctions functions, final int atom, final double correlation) {
		final int size = functions.size();
		final double x = correlation / functions.scale();
		final double r = x < 1e-8 ? x : 1 - Math.exp(-x);
		final double u = size * r;
		final int k = (int) Math.floor(u);
		final double t = u - k;
		final double low = functions.value(atom, k - is(r == 1)), high = functions.value(atom, k + 1 - is(r == 0) - is(r == 1) - is(k >= size - 1));
		return (1 - t) * low + t * high;
	}

	private static int is(final boolean condition) {
		return condition ? 1 : 0;
	}

	private static int plain(final QuantileFunctions functions, final float[] correlations, final boolean signed) {
		int best = -1;
		double highest = 0;
		for (int i = 0; i < correlations.length; i++) {
			final double score = published(functions, i, signed ? Math.abs(correlations[i]) : Math.max(correlations[i], 0));
			if (score > highest) {
				highest = score;
				best = i;
			}
		}
		return best;
	}

	/** Functions with flat parts, beginnings at 0 and ends at 1, some of them equal; values from a coarse grid, so that scores are often equal. */
	private static QuantileFunctions functions(final SplittableRandom random, final int atoms, final int size) {
		final int steps = random.nextInt(1, 400);
		final double[] values = new double[atoms * size];
		for (int i = 0; i < atoms; i++) {
			if (i > 0 && random.nextInt(3) == 0) System.arraycopy(values, random.nextInt(i) * size, values, i * size, size);
			else {
				final double[] row = random.doubles(size).map(v -> Math.rint(v * steps) / steps).sorted().toArray();
				row[0] = 0;
				final int from = random.nextInt(size + 1);
				if (random.nextBoolean()) Arrays.fill(row, from, size, 1);
				if (random.nextInt(4) == 0) Arrays.fill(row, 0, Math.min(from, size), 0);
				row[0] = 0;
				System.arraycopy(row, 0, values, i * size, size);
			}
		}
		return new QuantileFunctions(atoms, size, 3, values);
	}

	/** Of all sizes, many of them equal, some beyond where r is 1, some too small to make r differ from 0. */
	private static float[] correlations(final SplittableRandom random, final int count) {
		final float[] values = new float[count];
		final float most = (float) Math.pow(10, random.nextDouble(-20, 4));
		for (int i = 0; i < count; i++) values[i] = i > 0 && random.nextInt(5) == 0 ? values[random.nextInt(i)] : most * (float) random.nextDouble(-1, 1);
		if (random.nextInt(6) == 0) Arrays.fill(values, 0);
		if (random.nextInt(6) == 0) for (int i = 0; i < count; i++) values[i] = -Math.abs(values[i]);
		if (random.nextInt(4) == 0) values[random.nextInt(count)] = 1e30f;
		return values;
	}

	@Property(tries = 3000)
	void findsTheAtomOfThePlainSearch(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 60) final int atoms, @ForAll @IntRange(min = 2, max = 130) final int size, @ForAll final boolean signed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final QuantileFunctions functions = functions(random, atoms, size);
		final QuantileSelection selection = new QuantileSelection(QuantileScreen.of(functions, atoms, 1, Parallel.SERIAL), atoms, signed);
		for (int trial = 0; trial < 10; trial++) {
			final float[] correlations = correlations(random, atoms);
			assertThat(selection.select(correlations)).isEqualTo(plain(functions, correlations, signed));
		}
	}

	@Property(tries = 300)
	void scoreIsThePublishedOneToTheBit(@ForAll final long seed, @ForAll @IntRange(min = 2, max = 130) final int size) {
		final SplittableRandom random = new SplittableRandom(seed);
		final QuantileFunctions functions = functions(random, 3, size);
		final QuantileScreen screen = QuantileScreen.of(functions, 3, 1, Parallel.SERIAL);
		for (final float c : new float[] { 0, Float.MIN_VALUE, 1e-20f, 1e-3f, 0.5f, (float) random.nextDouble(10), 100, 110, 120, 1e9f, Float.MAX_VALUE })
			assertThat(screen.score(2, c)).isEqualTo(published(functions, 2, c));
	}

	/** The point of it: of many atoms whose functions differ, few are left. */
	@Property(tries = 20)
	void fewAtomsAreLeft(@ForAll final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int atoms = 400;
		final QuantileScreen screen = QuantileScreen.of(QuantilePursuitTest.different(atoms, 128, 3, seed), atoms, 1, Parallel.SERIAL);
		int left = 0;
		for (int trial = 0; trial < 20; trial++) {
			double highest = 0;
			final float[] c = new float[atoms];
			for (int i = 0; i < atoms; i++) highest = Math.max(highest, screen.score(i, c[i] = (float) Math.abs(0.3 * random.nextGaussian())));
			final float[] limits = screen.limitsBelow(highest);
			for (int i = 0; i < atoms; i++) if (c[i] >= limits[i]) left++;
		}
		assertThat(left / 20.0).isBetween(1.0, 40.0);
	}
}
