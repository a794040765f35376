package io.github.sparsej.encode.feedforward;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.EnergyEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * The exact codes of an energy auto-encoder, which its encoder half only foretells: see {@link EnergyEncoder}. Of atom j the
 * coefficient is |D_j| z_j, as in feed-forward codes; what they stand for is D'z alone, which the energy is about.
 *
 * @param network of an energy auto-encoder
 */
public record ExactEnergyOptions(FeedForwardSettings network) implements EncoderOptions {

	public static final String NAME = "Energy";

	/** @throws IllegalArgumentException if the network is no energy auto-encoder */
	public ExactEnergyOptions {
		if (network.energy().isEmpty()) throw new IllegalArgumentException("the network is no energy auto-encoder, and has no weights of the terms that exact codes minimise");
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		final EnergyWeights weights = network.energy().orElseThrow();
		return dictionary -> {
			final FeedForward whole = network.network(dictionary);
			return new EnergyEncoder(rows(whole.units(), whole::decoder), rows(whole.units(), whole::encoder), weights.dataLambda(), weights.encoderLambda(), Convergence.DEFAULT, parallel);
		};
	}

	private static double[][] rows(final int count, final IntFunction<double[]> row) {
		return IntStream.range(0, count).mapToObj(row).toArray(double[][]::new);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}

	@Override
	public boolean nonnegative() {
		return false;
	}
}
