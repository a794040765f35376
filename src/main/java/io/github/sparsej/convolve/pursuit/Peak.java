package io.github.sparsej.convolve.pursuit;

/** A place of a correlation map. Mutable: filled by {@link CorrelationMaps}. */
final class Peak {

	int atom;
	int y;
	int x;
	/** The correlation there. */
	float correlation;
}
