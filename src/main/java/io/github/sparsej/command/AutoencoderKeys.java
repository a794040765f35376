package io.github.sparsej.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.sparsej.autoencoder.error.ErrorFunction;
import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.autoencoder.error.SquaredError;
import io.github.sparsej.autoencoder.error.TangentPropagation;
import io.github.sparsej.autoencoder.relu.ReluOptions;
import io.github.sparsej.autoencoder.sigmoid.SigmoidOptions;
import io.github.sparsej.autoencoder.tied.TiedOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.model.PatchShape;

/** The values of the keys that auto-encoders use, as a macro gave them: not checked yet, and null where they could not be read. */
record AutoencoderKeys(Integer hidden, Integer iterations, Integer batch, Double eta, Double lambda, Double sparsity, Double beta, Double decay, String error, Integer turns, Double flips, Double tangents, Integer seed) {

	static final String SQUARED = SquaredError.NAME, GAUSSIAN = GaussianError.NAME, NOISY_LABELS = NoisyLabels.NAME, TANGENT = TangentPropagation.NAME;

	/** Keys of one error function each. */
	private static final Map<String, String> ERRORS = Map.of("turns", GAUSSIAN, "flips", NOISY_LABELS, "tangents", TANGENT);

	/** What keys have that nobody named. */
	static final AutoencoderKeys DEFAULT = new AutoencoderKeys(25, SigmoidOptions.ITERATIONS, 100, 1e-4, 1.0, SigmoidOptions.SPARSITY, SigmoidOptions.SPARSITY_WEIGHT, SigmoidOptions.DECAY, SQUARED,
		GaussianError.TURNS, NoisyLabels.FLIP_PROBABILITY, TangentPropagation.WEIGHT, 42);

	/** Largest entry of the gradient, as a share of the total variance, at which learning ends: far below what Results show. */
	private static final double TIED_TOLERANCE = 1e-9;
	private static final int MOST_ITERATIONS = 1 << 24, MOST_TURNS = 1000;

	/** Says in the Log which keys have values of their own that a kind, or its error function, has no use for. */
	void tell(final AutoencoderKind kind) {
		tell("kind " + kind.label(), key -> !kind.uses(ERRORS.containsKey(key) ? "error" : key));
		if (kind.uses("error")) tell("error " + error, key -> ERRORS.containsKey(key) && !ERRORS.get(key).equals(error));
	}

	private void tell(final String who, final Predicate<String> isWithout) {
		final Map<String, Object> usual = DEFAULT.own();
		final String without = own().entrySet().stream().filter(key -> isWithout.test(key.getKey()) && !Objects.equals(key.getValue(), usual.get(key.getKey()))).map(key -> key.getKey() + "=" + key.getValue()).collect(Collectors.joining(", "));
		if (!without.isEmpty()) Notes.say(who + " does not use " + without);
	}

	/** The keys that some kinds or error functions have no use for, by name. */
	private Map<String, Object> own() {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put("batch", batch);
		values.put("eta", eta);
		values.put("lambda", lambda);
		values.put("sparsity", sparsity);
		values.put("beta", beta);
		values.put("decay", decay);
		values.put("error", error);
		values.put("turns", turns);
		values.put("flips", flips);
		values.put("tangents", tangents);
		return values;
	}

	/** @throws IllegalArgumentException naming the key that does not do, or the error function that the signals are not for */
	SigmoidOptions sigmoid(final PatchShape shape) {
		if (sparsity == null || !(sparsity > 0 && sparsity < 1)) throw new IllegalArgumentException("sparsity=" + sparsity + ": a number above 0 and below 1 is needed");
		return SigmoidOptions.ofUnits(hidden, seed).withSparsity(sparsity, Check.range("beta", beta, 0, Double.MAX_VALUE)).withDecay(Check.range("decay", decay, 0, Double.MAX_VALUE))
			.withIterations(checkedIterations()).withError(errorFunction(shape));
	}

	private ErrorFunction errorFunction(final PatchShape shape) {
		return switch (Check.choice("error", error, SQUARED, GAUSSIAN, NOISY_LABELS, TANGENT)) {
			case GAUSSIAN -> gaussian(shape);
			case NOISY_LABELS -> new NoisyLabels(checkedFlips());
			case TANGENT -> new TangentPropagation(Check.range("tangents", tangents, 0, Double.MAX_VALUE), shape);
			default -> new SquaredError();
		};
	}

	private GaussianError gaussian(final PatchShape shape) {
		if (shape.length() > GaussianError.LONGEST)
			throw new IllegalArgumentException("error=[" + GAUSSIAN + "]: patches of " + shape + " have " + shape.length() + " values, too many to estimate their covariance: at most " + GaussianError.LONGEST + "; use a smaller patchsize");
		return new GaussianError(Check.range("turns", turns, 1, MOST_TURNS), GaussianError.FLOOR);
	}

	private double checkedFlips() {
		if (flips == null || !(flips >= 0 && flips < 0.5)) throw new IllegalArgumentException("flips=" + flips + ": a number of 0 or more and below 0.5 is needed");
		return flips;
	}

	/** @throws IllegalArgumentException naming the key that does not do */
	ReluOptions relu() {
		return ReluOptions.of(hidden, Check.range("lambda", lambda, 0, Double.MAX_VALUE), checkedIterations(), seed).withBatchSize(Check.range("batch", batch, 1, 1 << 24)).withEta(Check.range("eta", eta, 1e-12, 10));
	}

	/** @throws IllegalArgumentException naming the key that does not do */
	TiedOptions tied(final PatchShape shape) {
		if (hidden > shape.length()) throw new IllegalArgumentException("hidden=" + hidden + ": kind " + AutoencoderKind.TIED_NAME + " needs at most as many hidden units as a patch has values, " + shape.length());
		return new TiedOptions(hidden, checkedIterations(), TIED_TOLERANCE, seed);
	}

	private int checkedIterations() {
		return Check.range("iterations", iterations, 1, MOST_ITERATIONS);
	}

	/**
	 * @param signals how many there are to learn from
	 * @throws IllegalArgumentException naming the key, if hidden units or seed do not do
	 */
	void requireHidden(final int signals) {
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		if (hidden == null || hidden < 1 || hidden > signals) throw new IllegalArgumentException("hidden=" + hidden + ": a whole number from 1 to " + signals + ", the number of patches, is needed");
	}
}
