package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class DictionaryStatisticsTest {

	private static final Dictionary DICTIONARY = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 3, new float[] { 1, 0, 0, 2, -3, -4 });

	private static SparseCodes codes(final int atoms, final int... atomPerSignal) {
		final int[] start = new int[atomPerSignal.length + 1];
		Arrays.setAll(start, i -> i);
		final float[] ones = new float[atomPerSignal.length];
		Arrays.fill(ones, 1);
		final StopReason[] reasons = new StopReason[atomPerSignal.length];
		Arrays.fill(reasons, StopReason.MAX_NONZEROS);
		return SparseCodes.of(atoms, start, atomPerSignal, ones, reasons);
	}

	@Test
	void coherenceIsTheLargestAbsoluteProduct() {
		final DictionaryStatistics s = DictionaryStatistics.of(DICTIONARY);
		assertThat(s.coherence()).isCloseTo(0.8, within(1e-7));
		assertThat(s.atomCount()).isEqualTo(3);
		assertThatThrownBy(s::unusedAtoms).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void useIsCountedPerAtom() {
		final DictionaryStatistics s = DictionaryStatistics.of(DICTIONARY, codes(3, 0, 0, 2, 0));
		assertThat(s.useCounts()).containsExactly(3, 0, 1);
		assertThat(s.unusedAtoms()).isEqualTo(1);
		assertThat(s.useEntropy()).isCloseTo((0.75 * Math.log(1 / 0.75) + 0.25 * Math.log(4)) / Math.log(3), within(1e-12));
	}

	@Test
	void entropyIsOneWhereUseIsEvenAndZeroWhereOneAtomWorksAloneOrNone() {
		assertThat(DictionaryStatistics.of(DICTIONARY, codes(3, 0, 1, 2)).useEntropy()).isCloseTo(1, within(1e-12));
		assertThat(DictionaryStatistics.of(DICTIONARY, codes(3, 1, 1)).useEntropy()).isZero();
		assertThat(DictionaryStatistics.of(DICTIONARY, codes(3)).useEntropy()).isZero();
	}

	@Test
	void aSingleAtomIsDefined() {
		final Dictionary one = Dictionary.normalized(PatchShape.square(1), 1, new float[] { 3 });
		assertThat(DictionaryStatistics.of(one, codes(1, 0)).useEntropy()).isEqualTo(1);
		assertThat(DictionaryStatistics.of(one).coherence()).isZero();
	}

	@Test
	void refusesCodesInOtherAtoms() {
		assertThatThrownBy(() -> DictionaryStatistics.of(DICTIONARY, codes(4))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("4").hasMessageContaining("3");
	}
}
