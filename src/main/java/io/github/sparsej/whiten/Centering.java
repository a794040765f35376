package io.github.sparsej.whiten;

/** What is subtracted from patches before their covariance is taken. */
public enum Centering {
	/** From every patch its own mean over all pixels. */
	PATCH,
	/** From every pixel its mean over all patches. */
	FEATURE
}
