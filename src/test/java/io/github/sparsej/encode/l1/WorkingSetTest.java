package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;

class WorkingSetTest {

	private static final int ATOMS = 60;

	private final PreparedAtoms atoms = new PreparedAtoms(Fixtures.dictionary(ATOMS, 30, 1), Parallel.SERIAL);

	private WorkingSet all(final boolean nonnegative) {
		final float[] limits = new float[ATOMS];
		Arrays.fill(limits, 2);
		final WorkingSet set = new WorkingSet(atoms, limits, nonnegative);
		set.all();
		final float[] correlations = Fixtures.gaussian(ATOMS, 7);
		System.arraycopy(correlations, 0, set.reference, 0, ATOMS);
		set.move(new int[1], new float[1], 0);
		set.move(new int[1], new float[1], 0);
		return set;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void atomsWithinTheMarginAreKeptAndTheActiveOnes(final boolean nonnegative) {
		final WorkingSet set = all(nonnegative);
		final float[] slopes = set.slopes.clone();
		final float margin = 0.7f;
		assertThat(set.isFewWithin(margin)).isTrue();
		final int[] active = { 50, 0 };
		assertThat(set.keepWithin(margin, active, 2)).isTrue();
		final int[] kept = Arrays.copyOf(set.atomOf, set.size);
		for (int i = 0; i < ATOMS; i++) {
			final boolean within = (nonnegative ? slopes[i] : Math.abs(slopes[i])) > 2 - margin;
			assertThat(Arrays.binarySearch(kept, i) >= 0).as("atom %d", i).isEqualTo(within || i == 0 || i == 50);
		}
		assertThat(set.isAll()).isFalse();
		assertThat(kept[active[0]]).isEqualTo(50);
		assertThat(kept[active[1]]).isZero();
	}

	@Test
	void slopesOfAFewAreThoseOfAll() {
		final WorkingSet set = all(false), few = all(false);
		final int[] active = { 50, 0 };
		assertThat(few.keepWithin(0.5f, active, 2)).isTrue();
		final float[] coefficients = { 0.5f, -1.5f };
		set.move(new int[] { 50, 0 }, coefficients, 2);
		few.move(active, coefficients, 2);
		for (int k = 0; k < few.size; k++) assertThat(few.slopes[k]).isEqualTo(set.slopes[few.atomOf[k]]);
		for (int k = 0; k < few.size; k++) assertThat(few.before[k]).isEqualTo(set.before[few.atomOf[k]]);
	}

	@Test
	void tooManyAreNotKept() {
		final WorkingSet set = all(false);
		final int[] active = { 3 };
		assertThat(set.isFewWithin(1.9f)).isFalse();
		assertThat(set.keepWithin(1.9f, active, 1)).isFalse();
		assertThat(active[0]).isEqualTo(3);
		assertThat(set.isAll()).isTrue();
		assertThat(set.size).isEqualTo(ATOMS);
	}
}
