package io.github.sparsej.encode.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseCodes;

class EncoderKindTest {

	private static final EncoderParameters OTHER = new EncoderParameters(3, 0.7, true, Penalty.elasticNet(0.2, 0.8).weighted(1, 2, 3), true, 77);

	/** The default parameters with one of them as in OTHER. */
	private static EncoderParameters change(final EncoderParameter parameter) {
		final EncoderParameters d = EncoderParameters.DEFAULT;
		return switch (parameter) {
			case NONZEROS -> d.withNonzeros(OTHER.nonzeros());
			case TOLERANCE -> d.withTolerance(OTHER.tolerance());
			case AT_LEAST_ONE -> d.withAtLeastOne(true);
			case LAMBDA -> d.withLambda(OTHER.penalty().lambda());
			case MIXING -> d.withPenalty(d.penalty().withMixing(OTHER.penalty().mixing()));
			case WEIGHTS -> d.withPenalty(d.penalty().weighted(OTHER.penalty().weights()));
			case NONNEGATIVE -> d.withNonnegative(true);
			case ITERATIONS -> d.withIterations(OTHER.iterations());
		};
	}

	@ParameterizedTest
	@EnumSource
	void optionsHaveTheNameOfTheirKind(final EncoderKind kind) {
		assertThat(kind.options(EncoderParameters.DEFAULT).name()).isEqualTo(kind.label());
		assertThat(EncoderKind.named(kind.label())).isEqualTo(kind);
		assertThat(EncoderKind.of(kind.options(OTHER))).isEqualTo(kind);
	}

	@ParameterizedTest
	@EnumSource
	void whatAKindUsesChangesItsOptionsAndNothingElseDoes(final EncoderKind kind) {
		final EncoderOptions usual = kind.options(EncoderParameters.DEFAULT);
		for (final EncoderParameter parameter : EncoderParameter.values()) assertThat(kind.options(change(parameter)).equals(usual)).as("%s unchanged by %s", kind, parameter).isNotEqualTo(kind.uses(parameter));
	}

	@ParameterizedTest
	@EnumSource
	void parametersAreReadBackFromOptions(final EncoderKind kind) {
		final EncoderOptions options = kind.options(OTHER);
		assertThat(kind.options(kind.parameters(options, EncoderParameters.DEFAULT))).isEqualTo(options);
	}

	@Test
	void whatNoParameterTellsIsAsInTheOptionsLikeWhichTheyAre() {
		final LcaOptions hard = new LcaOptions(1, LcaOptions.Threshold.HARD, false, 0.5, 1e-3, 50);
		assertThat(EncoderKind.LCA.options(EncoderParameters.DEFAULT.withLambda(2).withIterations(60), hard)).isEqualTo(new LcaOptions(2, LcaOptions.Threshold.HARD, false, 0.5, 1e-3, 60));
		final IterativeHardThresholdingOptions rough = new IterativeHardThresholdingOptions(3, false, 0.1, 50);
		assertThat(EncoderKind.ITERATIVE_HARD_THRESHOLD.options(EncoderParameters.DEFAULT.withNonzeros(4).withIterations(50), rough)).isEqualTo(new IterativeHardThresholdingOptions(4, false, 0.1, 50));
		final Convergence gap = new Convergence(Criterion.DUALITY_GAP, 1e-3, 50), same = new Convergence(Criterion.DUALITY_GAP, 1e-3, 60);
		final EncoderParameters two = EncoderParameters.DEFAULT.withLambda(2).withIterations(60);
		assertThat(EncoderKind.LASSO_COORDINATE_DESCENT.options(two, new CoordinateDescentOptions(Penalty.lasso(1), gap))).isEqualTo(new CoordinateDescentOptions(Penalty.lasso(2), same));
		assertThat(EncoderKind.ISTA.options(two, new ProximalGradientOptions(Method.ISTA, Penalty.lasso(1), gap))).isEqualTo(new ProximalGradientOptions(Method.ISTA, Penalty.lasso(2), same));
	}

	@Test
	void matchingPursuitKeepsTheRelaxationOfTheOthersOptions() {
		final MatchingPursuitOptions learned = new MatchingPursuitOptions(5, 0, MatchingPursuitOptions.Selection.RECTIFIED).withRelaxation(0.5);
		assertThat(EncoderKind.MATCHING_PURSUIT.options(EncoderParameters.DEFAULT.withNonzeros(9).withNonnegative(true), learned)).isEqualTo(new MatchingPursuitOptions(9, 0, MatchingPursuitOptions.Selection.RECTIFIED, false, 0.5));
		assertThat(EncoderKind.MATCHING_PURSUIT.options(EncoderParameters.DEFAULT)).isInstanceOfSatisfying(MatchingPursuitOptions.class, o -> assertThat(o.relaxation()).isEqualTo(1));
	}

	@ParameterizedTest
	@EnumSource
	void everyKindEncodes(final EncoderKind kind) {
		final EncoderParameters parameters = EncoderParameters.DEFAULT.withLambda(0.5).withNonzeros(4);
		final SparseCodes codes = kind.options(parameters).encoder(null, Parallel.SERIAL).prepare(Fixtures.dictionary(20, 12, 1)).encode(Fixtures.signals(30, 12, 2), Progress.NONE);
		assertThat(codes.nonzeros()).isBetween(30, 30 * 19);
		assertThat(kind.options(parameters).mostNonzeros(20)).isBetween(4, 20);
		for (int row = 0; row < 30; row++) assertThat(codes.nonzeros(row)).isLessThanOrEqualTo(kind.options(parameters).mostNonzeros(20));
	}

	@ParameterizedTest
	@EnumSource
	void optionsTellWhetherCoefficientsAreNeverNegative(final EncoderKind kind) {
		for (final boolean nonnegative : new boolean[] { false, true }) {
			final EncoderOptions options = kind.options(EncoderParameters.DEFAULT.withLambda(0.2).withNonzeros(4).withNonnegative(nonnegative));
			final SparseCodes codes = options.encoder(null, Parallel.SERIAL).prepare(Fixtures.dictionary(20, 12, 1)).encode(Fixtures.signals(30, 12, 2), Progress.NONE);
			final boolean none = IntStream.range(0, codes.nonzeros()).allMatch(k -> codes.coefficient(k) >= 0);
			assertThat(options.nonnegative()).isEqualTo(none).isEqualTo(nonnegative && kind.uses(EncoderParameter.NONNEGATIVE));
		}
	}

	@ParameterizedTest
	@EnumSource
	void homeostasisIsNoHindrance(final EncoderKind kind) {
		final HomeostasisState gains = new HomeostasisState("HAP", new double[] { 0.1, 0.2, 0.3 }, new double[] { 1, 2, 3 });
		final HomeostasisState quantiles = new HomeostasisState("HEH", new double[] { 0.1, 0.2, 0.3 }, new double[] { 1, 1, 1 }, QuantileFunctions.identity(3, 8, 3), true);
		for (final HomeostasisState state : List.of(gains, quantiles))
			assertThat(kind.options(EncoderParameters.DEFAULT).encoder(state, Parallel.SERIAL).prepare(Fixtures.dictionary(3, 5, 1)).encode(Fixtures.signals(4, 5, 2), Progress.NONE).count()).isEqualTo(4);
	}

	@Test
	void unknownNamesAreRefusedWithAllThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> EncoderKind.named("Lasso")).withMessageContainingAll("[Lasso]", "Matching pursuit", "Orthogonal matching pursuit");
	}
}
