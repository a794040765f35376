package io.github.sparsej.encode.choice;

import static io.github.sparsej.encode.choice.EncoderParameter.AT_LEAST_ONE;
import static io.github.sparsej.encode.choice.EncoderParameter.ITERATIONS;
import static io.github.sparsej.encode.choice.EncoderParameter.LAMBDA;
import static io.github.sparsej.encode.choice.EncoderParameter.MIXING;
import static io.github.sparsej.encode.choice.EncoderParameter.NONNEGATIVE;
import static io.github.sparsej.encode.choice.EncoderParameter.NONZEROS;
import static io.github.sparsej.encode.choice.EncoderParameter.TOLERANCE;
import static io.github.sparsej.encode.choice.EncoderParameter.WEIGHTS;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LarsOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions.Rule;
import io.github.sparsej.encode.threshold.TopKOptions;

/** The encoders that a user picks by name. */
public enum EncoderKind {

	MATCHING_PURSUIT(MatchingPursuitOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE),
		p -> new MatchingPursuitOptions(p.nonzeros(), p.tolerance(), p.nonnegative() ? Selection.RECTIFIED : Selection.SIGNED, p.atLeastOne()),
		reads(MatchingPursuitOptions.class, (o, p) -> p.withNonzeros(o.maxSteps()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()).withNonnegative(o.selection() == Selection.RECTIFIED))),

	ORTHOGONAL_MATCHING_PURSUIT(OmpOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE),
		p -> new OmpOptions(p.nonzeros(), p.tolerance(), p.atLeastOne(), p.nonnegative()),
		reads(OmpOptions.class, (o, p) -> p.withNonzeros(o.maxNonzeros()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()).withNonnegative(o.nonnegative()))),

	ORDER_RECURSIVE_MATCHING_PURSUIT(OrmpOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE),
		p -> new OrmpOptions(p.nonzeros(), p.tolerance(), p.atLeastOne()),
		reads(OrmpOptions.class, (o, p) -> p.withNonzeros(o.maxNonzeros()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()))),

	LARS(LarsOptions.NAME, Set.of(NONZEROS, NONNEGATIVE),
		p -> new LarsOptions(p.nonzeros(), p.nonnegative()),
		reads(LarsOptions.class, (o, p) -> p.withNonzeros(o.steps()).withNonnegative(o.nonnegative()))),

	LASSO_LARS(LassoLarsOptions.NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE),
		p -> new LassoLarsOptions(p.lasso()),
		reads(LassoLarsOptions.class, (o, p) -> p.withPenaltyOf(o.penalty()))),

	LASSO_COORDINATE_DESCENT(CoordinateDescentOptions.LASSO_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS),
		p -> new CoordinateDescentOptions(p.lasso(), p.convergence()),
		reads(CoordinateDescentOptions.class, (o, p) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	ELASTIC_NET(CoordinateDescentOptions.ELASTIC_NET_NAME, Set.of(LAMBDA, MIXING, WEIGHTS, NONNEGATIVE, ITERATIONS),
		p -> new CoordinateDescentOptions(p.elasticNet(), p.convergence()),
		reads(CoordinateDescentOptions.class, (o, p) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	FISTA(ProximalGradientOptions.FISTA_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS),
		p -> new ProximalGradientOptions(Method.FISTA, p.lasso(), p.convergence()),
		reads(ProximalGradientOptions.class, (o, p) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	ISTA(ProximalGradientOptions.ISTA_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS),
		p -> new ProximalGradientOptions(Method.ISTA, p.lasso(), p.convergence()),
		reads(ProximalGradientOptions.class, (o, p) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	SOFT_THRESHOLD(ThresholdOptions.SOFT_NAME, Set.of(LAMBDA, NONNEGATIVE),
		p -> new ThresholdOptions(Rule.SOFT, p.penalty().lambda(), p.nonnegative()),
		reads(ThresholdOptions.class, (o, p) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()))),

	HARD_THRESHOLD(ThresholdOptions.HARD_NAME, Set.of(LAMBDA, NONNEGATIVE),
		p -> new ThresholdOptions(Rule.HARD, p.penalty().lambda(), p.nonnegative()),
		reads(ThresholdOptions.class, (o, p) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()))),

	TOP_K(TopKOptions.NAME, Set.of(NONZEROS, NONNEGATIVE),
		p -> new TopKOptions(p.nonzeros(), p.nonnegative()),
		reads(TopKOptions.class, (o, p) -> p.withNonzeros(o.nonzeros()).withNonnegative(o.nonnegative()))),

	ITERATIVE_HARD_THRESHOLD(IterativeHardThresholdingOptions.NAME, Set.of(NONZEROS, NONNEGATIVE, ITERATIONS),
		p -> new IterativeHardThresholdingOptions(p.nonzeros(), p.nonnegative(), IterativeHardThresholdingOptions.TOLERANCE, p.iterations()),
		reads(IterativeHardThresholdingOptions.class, (o, p) -> p.withNonzeros(o.nonzeros()).withNonnegative(o.nonnegative()).withIterations(o.maxIterations()))),

	LCA(LcaOptions.NAME, Set.of(LAMBDA, NONNEGATIVE, ITERATIONS),
		p -> new LcaOptions(p.penalty().lambda(), LcaOptions.Threshold.SOFT, p.nonnegative(), LcaOptions.STEP, LcaOptions.TOLERANCE, p.iterations()),
		reads(LcaOptions.class, (o, p) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()).withIterations(o.maxIterations())));

	private final String label;
	private final Set<EncoderParameter> used;
	private final Function<EncoderParameters, EncoderOptions> writer;
	private final BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reader;

	EncoderKind(final String label, final Set<EncoderParameter> used, final Function<EncoderParameters, EncoderOptions> writer, final BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reader) {
		this.label = label;
		this.used = used;
		this.writer = writer;
		this.reader = reader;
	}

	private static <O extends EncoderOptions> BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reads(final Class<O> type, final BiFunction<O, EncoderParameters, EncoderParameters> reader) {
		return (options, parameters) -> reader.apply(type.cast(options), parameters);
	}

	/**
	 * @param label as in menus and macros
	 * @throws IllegalArgumentException if no encoder has that name, listing those there are
	 */
	public static EncoderKind named(final String label) {
		for (final EncoderKind kind : values()) if (kind.label.equals(label)) return kind;
		throw new IllegalArgumentException("no encoder is called [" + label + "]: one of " + Arrays.stream(values()).map(EncoderKind::label).toList() + " is needed");
	}

	/** The kind of encoder that options are of. */
	public static EncoderKind of(final EncoderOptions options) {
		return named(options.name());
	}

	/** Its name in menus and macros. */
	public String label() {
		return label;
	}

	public boolean uses(final EncoderParameter parameter) {
		return used.contains(parameter);
	}

	/** Options of these parameters; those that this kind does not use are ignored. */
	public EncoderOptions options(final EncoderParameters parameters) {
		return writer.apply(parameters);
	}

	/** The parameters that give these options, which are of this kind; those that it does not use are as given. */
	public EncoderParameters parameters(final EncoderOptions options, final EncoderParameters others) {
		return reader.apply(options, others);
	}
}
