package io.github.sparsej.model;

/**
 * A filter of whole images, applied before patches are cut (Olshausen-Field, the SHL chain, local contrast
 * normalisation). Implementations are immutable and thread-safe. In general it is not inverted: what is reconstructed
 * from patches of a filtered image lives in the space of the filtered image.
 */
public interface ImageFilter {

	/**
	 * @param pixels width x height grey values, row-major; not modified
	 * @return the filtered pixels, a new array of the same layout
	 */
	float[] filter(float[] pixels, int width, int height);

	/** The filter's name in menus and messages. */
	String name();
}
