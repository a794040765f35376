package io.github.sparsej.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * How well and how fast encoders describe the same signals at the same sparseness. Encoders that take a number of nonzeros
 * are given it; for those that take a lambda, the one that gives as many on average is searched by bisection on some
 * of the signals. Immutable and thread-safe.
 */
public final class EncoderComparison {

	/** Signals on which lambda is searched. */
	private static final int SEARCH_SIGNALS = 250;
	/** How near the mean nonzeros have to come to those asked for, relative. */
	private static final double NEAR = 0.01;
	/** Halvings of the logarithm of lambda, which tell it to 1e-4 or so of itself. */
	private static final int HALVINGS = 18;
	/** Smallest lambda tried, as a share of the largest that could leave a nonzero. */
	private static final double LEAST = 1e-5;
	/** Short runs are made again and again for so long, first for the JVM to compile the code, then for the shortest to count. */
	private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(300), TIMING = TimeUnit.MILLISECONDS.toNanos(200);

	private final Signals signals;
	private final Signals some;
	private final Dictionary dictionary;
	private final HomeostasisState homeostasis;
	private final Parallel parallel;
	private final double largestNorm;

	/**
	 * @param signals     n x m; not modified, and not to be modified meanwhile
	 * @param homeostasis gains of encoders that use them; null for none
	 */
	public EncoderComparison(final Signals signals, final Dictionary dictionary, final HomeostasisState homeostasis, final Parallel parallel) {
		this.signals = signals;
		this.dictionary = dictionary;
		this.homeostasis = homeostasis;
		this.parallel = parallel;
		final int count = Math.min(SEARCH_SIGNALS, signals.count());
		some = Signals.zeros(count, signals.length());
		System.arraycopy(signals.values(), 0, some.values(), 0, count * signals.length());
		double largest = 0;
		for (int row = 0; row < signals.count(); row++) {
			double energy = 0;
			for (int j = 0; j < signals.length(); j++) energy += (double) signals.value(row, j) * signals.value(row, j);
			largest = Math.max(largest, energy);
		}
		largestNorm = Math.sqrt(largest);
		if (!(largestNorm > 0)) throw new IllegalArgumentException("encoders can be compared only on signals that are not all zero");
	}

	/**
	 * Measures one encoder.
	 *
	 * @param others   all parameters but the sparseness
	 * @param nonzeros nonzeros per signal to ask for
	 * @return nothing if the progress asked to stop
	 */
	public Optional<ComparedEncoding> measure(final EncoderKind kind, final EncoderParameters others, final int nonzeros, final Progress progress) {
		final boolean counts = kind.uses(EncoderParameter.NONZEROS);
		try {
			final double lambda = counts ? Double.NaN : lambda(kind, others, nonzeros, progress.part(0, 0.5));
			final PreparedEncoder encoder = prepare(kind, counts ? others.withNonzeros(nonzeros) : others.withLambda(lambda));
			shortest(encoder, WARM_UP, progress.part(0.5, 0.7));
			final long time = shortest(encoder, TIMING, progress.part(0.7, 0.9));
			final SparseCodes codes = encode(encoder, signals, progress.part(0.9, 1));
			return Optional.of(new ComparedEncoding(kind.label(), nonzeros, lambda, (double) codes.nonzeros() / signals.count(), Residuals.relative(signals, codes, dictionary, parallel), time / 1e3 / signals.count()));
		}
		catch (final CancellationException stopped) {
			return Optional.empty();
		}
	}

	/** The shortest time of the runs that fit into a time, in ns; at least one is made. */
	private long shortest(final PreparedEncoder encoder, final long time, final Progress progress) {
		long shortest = Long.MAX_VALUE;
		final long first = System.nanoTime();
		long now = first;
		do {
			final long begin = now;
			encode(encoder, signals, progress);
			now = System.nanoTime();
			shortest = Math.min(shortest, now - begin);
		} while (now - first < time);
		return shortest;
	}

	/** The lambda whose codes have nearest to this many nonzeros on average. */
	private double lambda(final EncoderKind kind, final EncoderParameters others, final int nonzeros, final Progress progress) {
		double low = Math.log(LEAST * largestNorm), high = Math.log(largestNorm / (kind.uses(EncoderParameter.MIXING) ? others.penalty().mixing() : 1));
		double best = Double.NaN, leastMiss = Double.POSITIVE_INFINITY;
		for (int i = 0; i < HALVINGS && leastMiss > NEAR * nonzeros; i++) {
			final double lambda = Math.exp((low + high) / 2);
			final double found = (double) encode(prepare(kind, others.withLambda(lambda)), some, progress.part((double) i / HALVINGS, (i + 1.0) / HALVINGS)).nonzeros() / some.count();
			if (Math.abs(found - nonzeros) < leastMiss) {
				leastMiss = Math.abs(found - nonzeros);
				best = lambda;
			}
			if (found > nonzeros) low = Math.log(lambda);
			else high = Math.log(lambda);
		}
		return best;
	}

	private PreparedEncoder prepare(final EncoderKind kind, final EncoderParameters parameters) {
		return Encoders.create(kind.options(parameters), homeostasis, parallel).prepare(dictionary);
	}

	private static SparseCodes encode(final PreparedEncoder encoder, final Signals x, final Progress progress) {
		final SparseCodes codes = encoder.encode(x, progress);
		if (codes.count(StopReason.CANCELLED) > 0) throw new CancellationException("stopped while encoders were compared");
		return codes;
	}

	/**
	 * Numbers of nonzeros to ask for: whole numbers from one to another, in equal ratios as far as whole numbers allow,
	 * each once.
	 */
	public static List<Integer> steps(final int from, final int to, final int points) {
		final List<Integer> steps = new ArrayList<>();
		for (int i = 0; i < points; i++) {
			final int step = (int) Math.round(from * Math.pow((double) to / from, points == 1 ? 0 : i / (points - 1.0)));
			if (steps.isEmpty() || step > steps.get(steps.size() - 1)) steps.add(step);
		}
		return List.copyOf(steps);
	}
}
