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
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LarsOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions.Rule;
import io.github.sparsej.encode.threshold.TopKOptions;

/** The encoders that a user picks by name. */
public enum EncoderKind {

	MATCHING_PURSUIT(MatchingPursuitOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE), new Form<>(new MatchingPursuitOptions(1, 0, Selection.SIGNED),
		(p, o) -> new MatchingPursuitOptions(p.nonzeros(), p.tolerance(), p.nonnegative() ? Selection.RECTIFIED : Selection.SIGNED, p.atLeastOne(), o.relaxation()),
		(p, o) -> p.withNonzeros(o.maxSteps()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()).withNonnegative(o.selection() == Selection.RECTIFIED))),

	ORTHOGONAL_MATCHING_PURSUIT(OmpOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE), new Form<>(new OmpOptions(1, 0),
		(p, o) -> new OmpOptions(p.nonzeros(), p.tolerance(), p.atLeastOne(), p.nonnegative()),
		(p, o) -> p.withNonzeros(o.maxNonzeros()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()).withNonnegative(o.nonnegative()))),

	ORDER_RECURSIVE_MATCHING_PURSUIT(OrmpOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE), new Form<>(new OrmpOptions(1, 0, false),
		(p, o) -> new OrmpOptions(p.nonzeros(), p.tolerance(), p.atLeastOne()),
		(p, o) -> p.withNonzeros(o.maxNonzeros()).withTolerance(o.residualTolerance()).withAtLeastOne(o.atLeastOne()))),

	LARS(LarsOptions.NAME, Set.of(NONZEROS, NONNEGATIVE), new Form<>(new LarsOptions(1, false),
		(p, o) -> new LarsOptions(p.nonzeros(), p.nonnegative()),
		(p, o) -> p.withNonzeros(o.steps()).withNonnegative(o.nonnegative()))),

	LASSO_LARS(LassoLarsOptions.NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE), new Form<>(new LassoLarsOptions(Penalty.lasso(1)),
		(p, o) -> new LassoLarsOptions(p.lasso()),
		(p, o) -> p.withPenaltyOf(o.penalty()))),

	LASSO_COORDINATE_DESCENT(CoordinateDescentOptions.LASSO_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS), new Form<>(new CoordinateDescentOptions(Penalty.lasso(1), Convergence.DEFAULT),
		(p, o) -> new CoordinateDescentOptions(p.lasso(), p.convergence(o.stop())),
		(p, o) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	ELASTIC_NET(CoordinateDescentOptions.ELASTIC_NET_NAME, Set.of(LAMBDA, MIXING, WEIGHTS, NONNEGATIVE, ITERATIONS), new Form<>(new CoordinateDescentOptions(Penalty.lasso(1), Convergence.DEFAULT),
		(p, o) -> new CoordinateDescentOptions(p.elasticNet(), p.convergence(o.stop())),
		(p, o) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	FISTA(ProximalGradientOptions.FISTA_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS), new Form<>(new ProximalGradientOptions(Method.FISTA, Penalty.lasso(1), Convergence.DEFAULT),
		(p, o) -> new ProximalGradientOptions(Method.FISTA, p.lasso(), p.convergence(o.stop())),
		(p, o) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	ISTA(ProximalGradientOptions.ISTA_NAME, Set.of(LAMBDA, WEIGHTS, NONNEGATIVE, ITERATIONS), new Form<>(new ProximalGradientOptions(Method.ISTA, Penalty.lasso(1), Convergence.DEFAULT),
		(p, o) -> new ProximalGradientOptions(Method.ISTA, p.lasso(), p.convergence(o.stop())),
		(p, o) -> p.withPenaltyOf(o.penalty()).withIterations(o.stop().maxIterations()))),

	SOFT_THRESHOLD(ThresholdOptions.SOFT_NAME, Set.of(LAMBDA, NONNEGATIVE), new Form<>(new ThresholdOptions(Rule.SOFT, 1, false),
		(p, o) -> new ThresholdOptions(Rule.SOFT, p.penalty().lambda(), p.nonnegative()),
		(p, o) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()))),

	HARD_THRESHOLD(ThresholdOptions.HARD_NAME, Set.of(LAMBDA, NONNEGATIVE), new Form<>(new ThresholdOptions(Rule.HARD, 1, false),
		(p, o) -> new ThresholdOptions(Rule.HARD, p.penalty().lambda(), p.nonnegative()),
		(p, o) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()))),

	TOP_K(TopKOptions.NAME, Set.of(NONZEROS, NONNEGATIVE), new Form<>(new TopKOptions(1, false),
		(p, o) -> new TopKOptions(p.nonzeros(), p.nonnegative()),
		(p, o) -> p.withNonzeros(o.nonzeros()).withNonnegative(o.nonnegative()))),

	ITERATIVE_HARD_THRESHOLD(IterativeHardThresholdingOptions.NAME, Set.of(NONZEROS, NONNEGATIVE, ITERATIONS), new Form<>(new IterativeHardThresholdingOptions(1, false),
		(p, o) -> new IterativeHardThresholdingOptions(p.nonzeros(), p.nonnegative(), o.tolerance(), p.iterations()),
		(p, o) -> p.withNonzeros(o.nonzeros()).withNonnegative(o.nonnegative()).withIterations(o.maxIterations()))),

	LCA(LcaOptions.NAME, Set.of(LAMBDA, NONNEGATIVE, ITERATIONS), new Form<>(new LcaOptions(1, LcaOptions.Threshold.SOFT, false),
		(p, o) -> new LcaOptions(p.penalty().lambda(), o.threshold(), p.nonnegative(), o.step(), o.tolerance(), p.iterations()),
		(p, o) -> p.withLambda(o.lambda()).withNonnegative(o.nonnegative()).withIterations(o.maxIterations())));

	/**
	 * How parameters become options, and back.
	 *
	 * @param usual   options whose settings that no parameter tells (how accurate, in which steps) are the usual ones
	 * @param options options of parameters, with those settings of others
	 * @param read    parameters with what options tell of them
	 */
	private record Form<O extends EncoderOptions>(O usual, BiFunction<EncoderParameters, O, O> options, BiFunction<EncoderParameters, O, EncoderParameters> read) {

		EncoderOptions options(final EncoderParameters parameters, final EncoderOptions like) {
			return options.apply(parameters, like == null ? usual : cast(like));
		}

		EncoderParameters parameters(final EncoderOptions of, final EncoderParameters others) {
			return read.apply(others, cast(of));
		}

		@SuppressWarnings("unchecked") // it is the class of the usual ones
		private O cast(final EncoderOptions of) {
			return (O) usual.getClass().cast(of);
		}
	}

	private final String label;
	private final Set<EncoderParameter> used;
	private final Form<?> form;

	EncoderKind(final String label, final Set<EncoderParameter> used, final Form<?> form) {
		this.label = label;
		this.used = used;
		this.form = form;
	}

	/**
	 * @param label as in menus and macros
	 * @throws IllegalArgumentException if no encoder has that name, listing those there are
	 */
	public static EncoderKind named(final String label) {
		for (final EncoderKind kind : values()) if (kind.label.equals(label)) return kind;
		throw new IllegalArgumentException("no encoder is called [" + label + "]: one of " + Arrays.stream(values()).map(EncoderKind::label).toList() + " is needed");
	}

	/** The kind of encoder that options are of; none of those that come with a model, and are made of no parameters. */
	public static Optional<EncoderKind> find(final EncoderOptions options) {
		return Arrays.stream(values()).filter(kind -> kind.label.equals(options.name())).findFirst();
	}

	/**
	 * The kind of encoder that options are of.
	 *
	 * @throws IllegalArgumentException if they are made of no parameters
	 */
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
		return form.options(parameters, null);
	}

	/**
	 * Options of these parameters that are in all else like others.
	 *
	 * @param like options of this kind
	 */
	public EncoderOptions options(final EncoderParameters parameters, final EncoderOptions like) {
		return form.options(parameters, like);
	}

	/** The parameters of options of this kind; those that it does not use are as given. */
	public EncoderParameters parameters(final EncoderOptions options, final EncoderParameters others) {
		return form.parameters(options, others);
	}

	/** The encoder in words, with authors and years of what it follows. */
	public String citation() {
		return switch (this) {
			case MATCHING_PURSUIT -> "matching pursuit (Mallat & Zhang 1993)";
			case ORTHOGONAL_MATCHING_PURSUIT -> "orthogonal matching pursuit (Pati, Rezaiifar & Krishnaprasad 1993; batch form: Rubinstein, Zibulevsky & Elad 2008)";
			case ORDER_RECURSIVE_MATCHING_PURSUIT -> "order recursive matching pursuit (Gharavi-Alkhansari & Huang 1998; Rebollo-Neira & Lowe 2002)";
			case LARS -> "least angle regression (Efron, Hastie, Johnstone & Tibshirani 2004)";
			case LASSO_LARS -> "lasso (Tibshirani 1996) by the homotopy of LARS (Osborne, Presnell & Turlach 2000; Efron, Hastie, Johnstone & Tibshirani 2004)";
			case LASSO_COORDINATE_DESCENT -> "lasso (Tibshirani 1996) by coordinate descent (Friedman, Hastie & Tibshirani 2010)";
			case ELASTIC_NET -> "elastic net (Zou & Hastie 2005) by coordinate descent (Friedman, Hastie & Tibshirani 2010)";
			case FISTA -> "FISTA (Beck & Teboulle 2009)";
			case ISTA -> "ISTA (Daubechies, Defrise & De Mol 2004)";
			case SOFT_THRESHOLD -> "soft threshold (Donoho & Johnstone 1994; as an encoder: Coates & Ng 2011)";
			case HARD_THRESHOLD -> "hard threshold (Donoho & Johnstone 1994)";
			case TOP_K -> "top k (Makhzani & Frey 2014)";
			case ITERATIVE_HARD_THRESHOLD -> "normalised iterative hard thresholding (Blumensath & Davies 2008, 2010)";
			case LCA -> "locally competitive algorithm (Rozell, Johnson, Baraniuk & Olshausen 2008)";
		};
	}
}
