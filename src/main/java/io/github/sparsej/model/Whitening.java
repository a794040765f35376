package io.github.sparsej.model;

/**
 * A transform of patches before encoding (mean removal, PCA, ZCA), undone when patches are put back.
 * Implementations are immutable and thread-safe, and do not modify their arguments.
 */
public interface Whitening {

	/** n x m patches to n x m whitened signals. */
	Signals apply(Signals patches);

	/**
	 * n x m whitened signals to n x m patches. Where {@link #removesPatchMeans()}, the patches have mean 0, and the
	 * means, kept apart, have to be added.
	 */
	Signals invert(Signals whitened);

	/** Whether the mean of every patch is lost in {@link #apply}, so that whoever wants the patch back keeps it apart. */
	boolean removesPatchMeans();

	/**
	 * Whether value {@code index} (0 to m - 1) of a patch is kept. One that is not is 0 in every signal, and says nothing of
	 * its pixel where overlapping patches are put back.
	 */
	default boolean keeps(final int index) {
		return true;
	}

	/** The transform's name in menus and messages. */
	String name();
}
