package io.github.sparsej.convolve.learn;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.testing.Npy;

class ConvolutionalHomeostasisTest {

	private static final ConvolutionalHomeostasis TENTH = new ConvolutionalHomeostasis(0.1, 5);

	private static long[] row(final Npy counts, final int epoch) {
		final long[] row = new long[counts.shape()[1]];
		for (int k = 0; k < row.length; k++) row[k] = (long) counts.at(epoch, k);
		return row;
	}

	private static double[] gains(final Npy gains, final int epoch) {
		return Arrays.copyOfRange(gains.values(), epoch * gains.shape()[1], (epoch + 1) * gains.shape()[1]);
	}

	@Test
	void gainsAreThoseThatTheAuthorsPrintedIn500Epochs() {
		final Npy uses = Npy.reference("champ/notebook_face_activation.npy"), printed = Npy.reference("champ/notebook_face_modulation_before_update.npy");
		HomeostasisState state = ConvolutionalHomeostasis.STANDARD.initial(20);
		for (int epoch = 0; epoch < 500; epoch++) {
			assertClose(state.gains(), gains(printed, epoch), 1e-6);
			state = ConvolutionalHomeostasis.STANDARD.update(state, row(uses, epoch), 400, 1);
		}
	}

	@Test
	void gainsAreThoseOfARunOfTheOriginal() {
		final Npy uses = Npy.reference("champ/n10_K20_w9_HAP/activation_per_epoch.npy"), after = Npy.reference("champ/n10_K20_w9_HAP/modulation_per_epoch.npy");
		HomeostasisState state = ConvolutionalHomeostasis.STANDARD.initial(20);
		for (int epoch = 0; epoch < 500; epoch++) {
			state = ConvolutionalHomeostasis.STANDARD.update(state, row(uses, epoch), 10, 1);
			assertClose(state.gains(), gains(after, epoch), 1e-6);
		}
	}

	@Test
	void mostUsedAtomMovesATenthTowardsGainATenth() {
		// Mean 4, largest 10: tau = 6 / ln 10.
		final double[] gains = TENTH.update(TENTH.initial(3), new long[] { 10, 2, 0 }, 7, 1).gains();
		assertThat(Math.log(gains[0])).isCloseTo(-0.1 * Math.log(10), within(1e-12));
		assertThat(Math.log(gains[1])).isCloseTo(0.1 * Math.log(10) * 2 / 6, within(1e-12));
		assertThat(Math.log(gains[2])).isCloseTo(0.1 * Math.log(10) * 4 / 6, within(1e-12));
	}

	@Test
	void gainsForgetWhatIsLongAgo() {
		final HomeostasisState state = new HomeostasisState(ConvolutionalHomeostasis.NAME, new double[2], new double[] { 2, 0.5 });
		final double[] gains = TENTH.update(state, new long[] { 1, 3 }, 1, 1).gains();
		assertThat(Math.log(gains[0])).isCloseTo(0.9 * Math.log(2) + 0.1 * Math.log(10), within(1e-12));
		assertThat(Math.log(gains[1])).isCloseTo(-0.9 * Math.log(2) - 0.1 * Math.log(10), within(1e-12));
	}

	@Test
	void evenUseLeavesGainsAsTheyAre() {
		final HomeostasisState state = new HomeostasisState(ConvolutionalHomeostasis.NAME, new double[3], new double[] { 2, 0.5, 1 });
		assertThat(TENTH.update(state, new long[] { 7, 7, 7 }, 3, 1).gains()).containsExactly(2, 0.5, 1);
		assertThat(TENTH.update(state, new long[3], 3, 1).gains()).containsExactly(2, 0.5, 1);
	}

	@Test
	void gainsKeepWithinTheirLimit() {
		// 99 atoms used 100 or 101 times, one never: its step would be to gain e^20.
		final long[] uses = new long[100];
		Arrays.fill(uses, 100);
		uses[0] = 0;
		uses[1] = 101;
		final double[] gains = TENTH.update(TENTH.initial(100), uses, 10, 1).gains();
		assertThat(gains[0]).isCloseTo(5, within(1e-12));
		assertThat(gains[1]).isLessThan(1);
	}

	@Test
	void usesOfPartsOfTheImagesAreARunningMean() {
		HomeostasisState state = TENTH.update(TENTH.initial(2), new long[] { 8, 4 }, 2, 0.25);
		assertThat(state.activity()).containsExactly(1, 0.5);
		state = TENTH.update(state, new long[] { 0, 8 }, 2, 0.25);
		assertThat(state.activity()).containsExactly(0.75, 1.375);
		// The second step is by these, not by the last batch alone.
		assertThat(Math.log(state.gains()[1])).isCloseTo(0.09 * Math.log(10) - 0.1 * Math.log(10), within(1e-12));
	}

	@Test
	void publishedOneCountsNoUseAsOne() {
		final ConvolutionalHomeostasis published = ConvolutionalHomeostasis.PUBLISHED;
		final HomeostasisState start = published.initial(3);
		assertThat(published.update(start, new long[] { 9, 2, 0 }, 3, 1).gains()).containsExactly(ConvolutionalHomeostasis.STANDARD.update(start, new long[] { 9, 2, 1 }, 3, 1).gains());
	}

	@Test
	void withoutHomeostasisNothingChanges() {
		final HomeostasisState state = ConvolutionalHomeostasis.NONE.initial(2);
		assertThat(ConvolutionalHomeostasis.NONE.update(state, new long[] { 1, 2 }, 1, 1)).isSameAs(state);
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		assertThatThrownBy(() -> new ConvolutionalHomeostasis(1.5, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("rate", "1.5");
		assertThatThrownBy(() -> new ConvolutionalHomeostasis(0.1, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("largestGain", "1.0");
		assertThatThrownBy(() -> new ConvolutionalHomeostasis(0.1, 2, -1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("leastUses", "-1");
		assertThatThrownBy(() -> TENTH.update(TENTH.initial(2), new long[3], 1, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2", "3");
	}
}
