package io.github.sparsej.autoencoder.energy;

import io.github.sparsej.autoencoder.AutoencoderLearner;
import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.LearningSignals;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * Learns the energy auto-encoder: of n signals of m values, the columns of X (m x n), codes Z (p x n), a dictionary D (m x p) and an encoder E (p x m)
 * <pre>
 * min J = dataLambda / 2 |X - D Z|_F^2 + encoderLambda / 2 |Z - E X|_F^2 + |Z|_1,   every column of D and of E of an l2 norm of at most 1
 * </pre>
 * in steps of Z, D and E in turn, each by {@link Fista} from where it is, with the largest eigenvalue of the step's Hessian as Lipschitz constant
 * (above 2048 atoms or values 1.01 times the one found, which is not proven to be the largest) and the best iterate kept, so that J never rises. (M. Defferrard's notebook "image", 2015; {@link EnergyVariant} tells what it computes instead.)
 * Float64. Immutable and thread-safe; the same bits on any number of threads.
 */
public final class EnergyLearner implements AutoencoderLearner {

	/** The method in words, with authors and years of what it follows. */
	public static final String CITATION = "energy auto-encoder (Defferrard 2015)";

	private final EnergyOptions options;
	private final Parallel parallel;

	public EnergyLearner(final EnergyOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public AutoencoderResult learn(final double[][] signals, final Progress progress) {
		return learnWithCodes(signals, progress).autoencoder();
	}

	/**
	 * As {@link #learn}, with the codes and all that was recorded. Begins with D and E of standard normal values, and codes of 0 (as published: normal ones too).
	 *
	 * @throws IllegalArgumentException as {@link #learn}, and if there are fewer signals than atoms
	 */
	public EnergyResult learnWithCodes(final double[][] signals, final Progress progress) {
		LearningSignals.require(signals, options.atoms());
		return learnFrom(EnergyStart.random(signals.length, options.atoms(), signals[0].length, options.seed(), options.variant().scheme().normalCodes()), signals, progress);
	}

	/**
	 * As {@link #learnWithCodes(double[][], Progress)}, from a start that is given.
	 *
	 * @throws IllegalArgumentException also if the start does not fit the signals
	 */
	public EnergyResult learnFrom(final EnergyStart start, final double[][] signals, final Progress progress) {
		LearningSignals.require(signals, options.atoms());
		start.requireFit(signals.length, signals[0].length, options.atoms());
		return new EnergyRun(options, options.variant().scheme(), signals, start, parallel).run(progress);
	}
}
