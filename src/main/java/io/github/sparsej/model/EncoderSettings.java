package io.github.sparsej.model;

/**
 * The options of one encoder: a validated record per algorithm (a final class where there are arrays), of which an encoder is
 * made and which a model file keeps.
 */
public interface EncoderSettings {

	/** The encoder's name, as in menus and macros. */
	String name();

	/**
	 * Whether the signals that its codes stand for are sums of atoms and nothing more, as of all encoders that look for such
	 * sums: then {@link #output} changes nothing.
	 */
	default boolean isLinear() {
		return true;
	}

	/**
	 * The signals that codes made with these settings stand for.
	 *
	 * @param sums codes x dictionary, n x m; not modified
	 * @return n x m
	 */
	default Signals output(final Signals sums) {
		return sums;
	}
}
