package io.github.sparsej.patch;

/** Which of the possible patches a {@link PatchSampler} takes. */
public enum PatchSelection {
	/** Every place has the same chance. */
	UNIFORM,
	/** More places than needed are drawn, and the patches of largest standard deviation are kept (Perrinet 2019). */
	HIGH_CONTRAST
}
