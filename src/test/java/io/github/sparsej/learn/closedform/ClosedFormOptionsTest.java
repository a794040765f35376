package io.github.sparsej.learn.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.learn.step.AtomConstraint;

class ClosedFormOptionsTest {

	private static final Objective OBJECTIVE = new Objective(0.4, 0.01);

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void weightsOfTheObjectiveAreFiniteAndAboveZero(final double wrong) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Objective(wrong, 1)).withMessageContainingAll("lambda", "" + wrong);
		assertThatIllegalArgumentException().isThrownBy(() -> new Objective(1, wrong)).withMessageContainingAll("eta", "" + wrong);
	}

	@Test
	void wrongOptionsAreRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(0, 1, OBJECTIVE, SourceUpdate.LASSO, 1)).withMessageContainingAll("atoms", "0");
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(4, -1, OBJECTIVE, SourceUpdate.LASSO, 1)).withMessageContainingAll("iterations", "-1");
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(4, 1, null, SourceUpdate.LASSO, 1)).withMessageContaining("objective");
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(4, 1, OBJECTIVE, null, 1)).withMessageContaining("RELAXED or LASSO");
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(4, 1, OBJECTIVE, SourceUpdate.LASSO, null, 1)).withMessageContaining("AtomConstraint.NONE");
		assertThatIllegalArgumentException().isThrownBy(() -> new ClosedFormOptions(4, 1, OBJECTIVE, SourceUpdate.LASSO, new AtomConstraint(true, false), 1)).withMessageContaining("nonnegative");
	}

	@Test
	void lambdaOfTheEncoderIsHalfOfThatOfTheObjective() {
		final ClosedFormOptions options = new ClosedFormOptions(4, 1, OBJECTIVE, SourceUpdate.LASSO, 1);
		assertThat(((CoordinateDescentOptions) options.encoder()).penalty().lambda()).isEqualTo(0.2);
		assertThat(Objective.ofHalf(0.2, 0.01)).isEqualTo(OBJECTIVE);
	}

	@Test
	void memoryGrowsWithSignalsAndAtoms() {
		final ClosedFormOptions options = new ClosedFormOptions(256, 1, OBJECTIVE, SourceUpdate.LASSO, 1);
		assertThat(options.bytesNeeded(40000, 64)).isBetween(8L * 40000 * (64 + 256), 8L * 40000 * (64 + 256) + 10_000_000);
	}
}
