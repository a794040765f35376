package io.github.sparsej.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.step.AtomReplacement.Replaced;
import io.github.sparsej.model.Signals;

class AtomReplacementTest {

	private static final AtomReplacement REPLACEMENT = new AtomReplacement(AtomConstraint.NONE, AtomReplacement.NEARLY_SAME);
	/** Along the axes, and a diagonal. */
	private static final Signals SIGNALS = Signals.of(5, 3, new float[] { 2, 0, 0, 0, 3, 0, 0, 0, 5, 0, 3, 4, 7, 0, 7 });

	private static double[][] atoms(final double[]... atoms) {
		return atoms;
	}

	@Test
	void anUnusedAtomTakesTheDirectionOfTheWorstCodedSignal() {
		final double[][] atoms = atoms(new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 });
		final Replaced replaced = REPLACEMENT.replace(atoms, i -> i == 1, new int[] { 4, 0 }, SIGNALS, new double[] { 1, 1, 1, 9, 2 });
		assertThat(replaced.atoms()).containsExactly(1);
		assertThat(replaced.count()).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(atoms[1]).containsExactly(new double[] { 0, 0.6, 0.8 }, within(1e-15));
		assertThat(atoms[0]).containsExactly(1, 0, 0);
	}

	@Test
	void ofTwoThatAreNearlyTheSameOrOppositeTheOneUsedLessGoes() {
		final double near = Math.sqrt(1 - 0.995 * 0.995);
		for (final int sign : new int[] { 1, -1 })
			for (final int lessUsed : new int[] { 0, 2 }) {
				final int[] uses = { 5, 1, 5 };
				uses[lessUsed] = 4;
				final double[][] atoms = atoms(new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 }, new double[] { sign * 0.995, 0, near });
				final Replaced replaced = REPLACEMENT.replace(atoms, i -> false, uses, SIGNALS, new double[] { 0, 0, 1, 0, 0 });
				assertThat(replaced.atoms()).containsExactly(lessUsed);
				assertThat(replaced.count()).isEqualTo(new ReplacedAtoms(0, 1));
				assertThat(atoms[lessUsed]).containsExactly(0, 0, 1);
			}
	}

	@Test
	void atomsBelowTheLimitStay() {
		final double[][] atoms = atoms(new double[] { 1, 0, 0 }, new double[] { 0.985, 0, Math.sqrt(1 - 0.985 * 0.985) });
		assertThat(REPLACEMENT.replace(atoms, i -> false, new int[2], SIGNALS, new double[] { 1, 1, 1, 1, 1 }).count()).isEqualTo(ReplacedAtoms.NONE);
	}

	@Test
	void aLimitOfOneNeverTakesTwoForTheSame() {
		final double[][] atoms = atoms(new double[] { 0, 0, 1 }, new double[] { 0, 0, 1 }, new double[] { 1, 0, 0 });
		final Replaced replaced = new AtomReplacement(AtomConstraint.NONE, 1).replace(atoms, i -> i == 2, new int[3], SIGNALS, new double[] { 0, 0, 1, 0, 0 });
		assertThat(replaced.count()).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(atoms[2]).as("nor is a signal refused that is there as an atom").containsExactly(0, 0, 1);
	}

	@Test
	void aSignalThatIsAnAtomThatStaysIsPassedOver() {
		final double[][] atoms = atoms(new double[] { 0, -0.6, -0.8 }, new double[] { 0, 1, 0 });
		REPLACEMENT.replace(atoms, i -> i == 1, new int[2], SIGNALS, new double[] { 1, 3, 1, 9, 2 });
		assertThat(atoms[1]).as("second worst, and the same as the atom that leaves, which is no obstacle").containsExactly(0, 1, 0);
	}

	@Test
	void aSignalIsTakenOnceAndUnusedAtomsComeBeforeDuplicates() {
		final double[][] atoms = atoms(new double[] { 1, 0, 0 }, new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 });
		final Replaced replaced = REPLACEMENT.replace(atoms, i -> i == 2, new int[] { 3, 2, 0 }, SIGNALS, new double[] { 9, 1, 2, 4, 0 });
		assertThat(replaced.atoms()).containsExactlyInAnyOrder(1, 2);
		assertThat(replaced.count()).isEqualTo(new ReplacedAtoms(1, 1));
		assertThat(atoms[0]).containsExactly(1, 0, 0);
		assertThat(atoms[2]).as("the worst is the atom that stays").containsExactly(new double[] { 0, 0.6, 0.8 }, within(1e-15));
		assertThat(atoms[1]).containsExactly(0, 0, 1);
	}

	@Test
	void whereSignalsDoNotDoAtomsStayAndAreNotCounted() {
		final double[][] atoms = atoms(new double[] { 1, 0, 0 }, new double[] { 0, 1, 0 }, new double[] { 0, 0.8, 0.6 });
		final Replaced replaced = REPLACEMENT.replace(atoms, i -> i > 0, new int[3], SIGNALS, new double[] { 4, 0, 1, 0, 0 });
		assertThat(replaced.atoms()).containsExactly(1);
		assertThat(replaced.count()).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(atoms[2]).containsExactly(0, 0.8, 0.6);
		final Replaced none = REPLACEMENT.replace(atoms, i -> i == 0, new int[3], SIGNALS, new double[5]);
		assertThat(none.atoms()).isEmpty();
		assertThat(none.count()).isEqualTo(ReplacedAtoms.NONE);
	}

	@Test
	void atomsAreReplacedByWhatOfASignalIsAllowed() {
		final double[][] atoms = atoms(new double[] { 1, 0, 0 });
		final Signals signals = Signals.of(2, 3, new float[] { -1, -2, -3, 3, -1, 4 });
		new AtomReplacement(new AtomConstraint(true, false), 0.99).replace(atoms, i -> true, new int[1], signals, new double[] { 9, 1 });
		assertThat(atoms[0]).containsExactly(new double[] { 0.6, 0, 0.8 }, within(1e-15));
	}

	@Test
	void manySignalsAreTakenByFallingResidualAlsoWhenMostAreRefused() {
		final SplittableRandom random = new SplittableRandom(5);
		final int count = 3000, length = 20, useless = 12;
		final Signals signals = Signals.zeros(count, length);
		for (int row = 0; row < count; row++)
			for (int j = 0; j < length; j++) signals.values()[signals.offset(row) + j] = row % 10 == 0 ? (float) random.nextDouble(-1, 1) : j == 0 ? 1 : 0;
		final double[] energy = random.doubles(count, 0, 1e-20).toArray();
		final double[][] atoms = new double[useless + 1][length];
		for (final double[] atom : atoms) atom[0] = 1;
		REPLACEMENT.replace(atoms, i -> i < useless, new int[useless + 1], signals, energy);
		final int[] expected = IntStream.range(0, count / 10).map(i -> 10 * i).boxed().sorted((a, b) -> Double.compare(energy[b], energy[a])).mapToInt(i -> i).limit(useless).toArray();
		for (int i = 0; i < useless; i++) {
			final float[] signal = signals.row(expected[i]);
			final double[] direction = IntStream.range(0, length).mapToDouble(j -> signal[j]).toArray();
			AtomConstraint.NONE.project(direction);
			assertThat(atoms[i]).as("atom %d", i).isEqualTo(direction);
		}
	}

	@Test
	void initialAtomsOfWhichNothingIsLeftAreReplacedByTheLargestSignals() {
		final double[][] atoms = atoms(new double[] { 2, 0, 0 }, new double[] { 0.1, 0.1, 0.1 });
		final AtomReplacement zeroMean = new AtomReplacement(new AtomConstraint(false, true), 0.99);
		assertThat(zeroMean.allow(atoms, SIGNALS)).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(atoms[0]).containsExactly(new double[] { Math.sqrt(2 / 3.0), -Math.sqrt(1 / 6.0), -Math.sqrt(1 / 6.0) }, within(1e-15));
		assertThat(atoms[1]).containsExactly(new double[] { Math.sqrt(1 / 6.0), -Math.sqrt(2 / 3.0), Math.sqrt(1 / 6.0) }, within(1e-7));
		assertThat(REPLACEMENT.allow(atoms(new double[] { 0, 0, 3 }), SIGNALS)).isEqualTo(ReplacedAtoms.NONE);
		assertThatThrownBy(() -> zeroMean.allow(atoms(new double[] { 0.1, 0.1, 0.1 }), Signals.of(1, 3, new float[] { 4, 4, 4 }))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("1 of the initial atoms", "zero mean");
	}
}
