package io.github.sparsej.model;

/** An {@link ImageFilter} that can be undone, but for the mean grey value, which it removes. */
public interface InvertibleImageFilter extends ImageFilter {

	/**
	 * Undoes {@link #filter}.
	 *
	 * @param filtered width x height filtered pixels, row-major; not modified
	 * @param mean     mean grey value that the result shall have
	 * @return the pixels before the filter, a new array; pixels that are not finite stay so
	 */
	float[] unfilter(float[] filtered, double mean, int width, int height);
}
