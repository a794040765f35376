package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * Options of the proximal gradient method.
 *
 * @param method  with momentum or without
 * @param penalty what is minimised beside 1/2 |x - D a|^2
 * @param stop    when the method is done with a signal
 */
public record ProximalGradientOptions(Method method, Penalty penalty, Convergence stop) implements EncoderOptions {

	public static final String FISTA_NAME = "FISTA";
	public static final String ISTA_NAME = "ISTA";

	/** Where the gradient is taken. */
	public enum Method {
		/** Beyond the code, in the direction it last moved: the objective falls as 1 / iteration^2 (Beck &amp; Teboulle 2009). */
		FISTA,
		/** At the code itself: the objective never rises, and falls as 1 / iteration (Daubechies, Defrise &amp; De Mol 2004). */
		ISTA
	}

	public ProximalGradientOptions {
		if (method == null) throw new IllegalArgumentException("method must be FISTA or ISTA");
		if (penalty == null) throw new IllegalArgumentException("a penalty is needed, such as that of the lasso");
		if (stop == null) throw new IllegalArgumentException("what stops the iterations must be given");
	}

	@Override
	public String name() {
		return method == Method.FISTA ? FISTA_NAME : ISTA_NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new ProximalGradient(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}

	@Override
	public boolean nonnegative() {
		return penalty.isNonnegative();
	}
}
