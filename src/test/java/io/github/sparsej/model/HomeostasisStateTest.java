package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HomeostasisStateTest {

	private static HomeostasisState state(final double[] gains, final boolean selects) {
		return new HomeostasisState("test", new double[gains.length], gains, QuantileFunctions.identity(gains.length, 4, 1), selects);
	}

	@Test
	void isNeutralWhereSelectionIsThatWithoutHomeostasis() {
		assertThat(HomeostasisState.neutral("None", 3).isNeutral()).isTrue();
		assertThat(state(new double[] { 2, 2 }, false).isNeutral()).isTrue();
		assertThat(state(new double[] { 2, 2.5 }, false).isNeutral()).isFalse();
		assertThat(state(new double[] { 0, 0 }, false).isNeutral()).as("nothing can be selected").isFalse();
		assertThat(state(new double[] { 2, 2 }, true).isNeutral()).isFalse();
	}

	@Test
	void whatContradictsItselfIsRefusedNamingIt() {
		final double[] two = { 1, 1 };
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", two, new double[3])).withMessageContainingAll("2", "3");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", two, new double[] { 1, -1 })).withMessageContaining("-1.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", new double[] { 0.5, Double.NaN }, two)).withMessageContainingAll("activities", "NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", new double[] { -0.5, 0 }, two)).withMessageContaining("-0.5");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", two, two, QuantileFunctions.identity(3, 4, 1), false)).withMessageContainingAll("2", "3");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisState("m", two, two, null, true)).withMessageContaining("quantile functions");
	}
}
