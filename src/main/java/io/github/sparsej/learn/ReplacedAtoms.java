package io.github.sparsej.learn;

/**
 * How many times atoms were replaced by signals while a dictionary was learned.
 *
 * @param unused    because no signal used them, or an update left nothing of them
 * @param duplicate because they were nearly the same as another atom, or its opposite
 */
public record ReplacedAtoms(int unused, int duplicate) {

	public static final ReplacedAtoms NONE = new ReplacedAtoms(0, 0);

	public ReplacedAtoms plus(final ReplacedAtoms other) {
		return new ReplacedAtoms(unused + other.unused, duplicate + other.duplicate);
	}

	public int total() {
		return unused + duplicate;
	}
}
