package io.github.sparsej.linalg;

/**
 * The search for the largest of many values, which is most of what a pursuit does beside the product: four parts of the
 * array are folded into one by element-wise maxima, and these once more; what is left is gone through one by one. Where
 * two of those are equal, the plain search decides, so that the result is that of {@link Correlations} in any case.
 * <p>
 * C2 makes vector code of a fold only where the distance of its parts is a constant: hence the loops of fixed sizes.
 * Mutable and not thread-safe: one per thread.
 */
public final class LargestValue {

	/** Below this many values, one after another is as fast. */
	private static final int FEW = 128;
	/** Index that says that several are the largest. */
	private static final int SEVERAL = -2;

	private final int count;
	/** Values per part; 0 where the plain search is used. */
	private final int part;
	private final float[] once;
	private final float[] twice;
	/** Where maxima of {@link #once} are large enough. */
	private final int[] lanes;

	/** @param count values to search */
	public LargestValue(final int count) {
		this.count = count;
		part = part(count);
		once = new float[part];
		twice = new float[part / 4];
		lanes = new int[part + 1];
	}

	/** How long arrays of so many values should be for the fast search; beyond the values there must be zeros. */
	public static int room(final int count) {
		return Math.max(count, 4 * part(count));
	}

	private static int part(final int count) {
		if (count <= FEW || count > 4096) return 0;
		return count <= 256 ? 64 : count <= 512 ? 128 : count <= 1024 ? 256 : count <= 2048 ? 512 : 1024;
	}

	/** As {@link Correlations#largestMagnitude}. */
	public int magnitude(final float[] values) {
		if (part == 0 || values.length < 4 * part) return Correlations.largestMagnitude(values, count);
		foldMagnitudes(values, part, once);
		final float[] rest = foldAgain();
		final int lane = largest(rest, Math.min(part, rest.length));
		if (lane >= 0) {
			final float most = rest[lane];
			for (int i = lane; i < count; i += rest.length) if (Math.abs(values[i]) == most) return i;
		}
		return Correlations.largestMagnitude(values, count);
	}

	/** As {@link Correlations#largestPositive}. */
	public int positive(final float[] values) {
		if (part == 0 || values.length < 4 * part) return Correlations.largestPositive(values, count);
		foldValues(values, part, once);
		final float[] rest = foldAgain();
		final int lane = largest(rest, rest.length);
		if (lane >= 0) {
			final float most = rest[lane];
			for (int i = lane; i < count; i += rest.length) if (values[i] == most) return i;
		}
		return lane == -1 ? -1 : Correlations.largestPositive(values, count);
	}

	/**
	 * The largest of values none of which is negative; it is remembered what {@link #find} needs.
	 *
	 * @param values not modified, and not to be until then
	 */
	public float most(final float[] values) {
		final boolean isFolded = part != 0 && values.length >= 4 * part;
		if (isFolded) foldValues(values, part, once);
		final float[] rest = isFolded ? foldAgain() : values;
		final int length = isFolded ? rest.length : count;
		int most = 0;
		// Values that are not negative compare like the integers of their bits, and of these the maximum takes no branch.
		for (int i = 0; i < length; i++) most = Math.max(most, Float.floatToRawIntBits(rest[i]));
		return Float.intBitsToFloat(most);
	}

	/**
	 * The indices of the values of the last call of {@link #most} that reach a threshold, ascending. Parts that were folded are
	 * looked into only where their maximum reaches it, and without branches on single values: which reach it cannot be foretold,
	 * and a processor's wrong guess costs more than a look.
	 *
	 * @param threshold above 0
	 * @param found     overwritten; longer by one than there are values
	 * @return how many were found
	 */
	public int find(final float[] values, final float threshold, final int[] found) {
		if (part == 0 || values.length < 4 * part) return Excess.find(values, count, threshold, found);
		if (part == 64) return look(values, part, threshold, lanes, Excess.find(once, 0, part, threshold, lanes, 0), found);
		final int inTwice = Excess.find(twice, 0, part / 4, threshold, found, 0);
		return look(values, part, threshold, lanes, look(once, part / 4, threshold, found, inTwice, lanes), found);
	}

	/** Of four parts of an array, the indices of values that reach a threshold at some places in them. */
	private static int look(final float[] values, final int part, final float threshold, final int[] places, final int count, final int[] found) {
		int size = 0;
		for (int begin = 0; begin < 4 * part; begin += part) {
			for (int k = 0; k < count; k++) {
				final int i = begin + places[k];
				found[size] = i;
				size += 1 - Excess.isNegative(values[i] - threshold);
			}
		}
		return size;
	}

	private float[] foldAgain() {
		if (part == 64) return once;
		foldValues(once, part / 4, twice);
		return twice;
	}

	/** The index of the largest positive one; -1 if none is positive, {@link #SEVERAL} if that is not one alone. */
	private static int largest(final float[] values, final int count) {
		int best = -1;
		int most = 0;
		for (int i = 0; i < count; i++) {
			// Positive values compare like the integers of their bits, which is faster.
			final int bits = Float.floatToRawIntBits(values[i]);
			if (bits >= most) {
				best = bits > most ? i : most == 0 ? best : SEVERAL;
				most = bits;
			}
		}
		return best;
	}

	private static void foldMagnitudes(final float[] v, final int part, final float[] to) {
		switch (part) {
			case 64:
				for (int i = 0; i < 64; i++) to[i] = Math.max(Math.max(Math.max(Math.abs(v[i]), Math.abs(v[i + 64])), Math.abs(v[i + 128])), Math.abs(v[i + 192]));
				break;
			case 128:
				for (int i = 0; i < 128; i++) to[i] = Math.max(Math.max(Math.max(Math.abs(v[i]), Math.abs(v[i + 128])), Math.abs(v[i + 256])), Math.abs(v[i + 384]));
				break;
			case 256:
				for (int i = 0; i < 256; i++) to[i] = Math.max(Math.max(Math.max(Math.abs(v[i]), Math.abs(v[i + 256])), Math.abs(v[i + 512])), Math.abs(v[i + 768]));
				break;
			case 512:
				for (int i = 0; i < 512; i++) to[i] = Math.max(Math.max(Math.max(Math.abs(v[i]), Math.abs(v[i + 512])), Math.abs(v[i + 1024])), Math.abs(v[i + 1536]));
				break;
			case 1024:
				for (int i = 0; i < 1024; i++) to[i] = Math.max(Math.max(Math.max(Math.abs(v[i]), Math.abs(v[i + 1024])), Math.abs(v[i + 2048])), Math.abs(v[i + 3072]));
				break;
			default:
				throw new IllegalArgumentException("no fold of parts of " + part);
		}
	}

	private static void foldValues(final float[] v, final int part, final float[] to) {
		switch (part) {
			case 32:
				for (int i = 0; i < 32; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 32]), v[i + 64]), v[i + 96]);
				break;
			case 64:
				for (int i = 0; i < 64; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 64]), v[i + 128]), v[i + 192]);
				break;
			case 128:
				for (int i = 0; i < 128; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 128]), v[i + 256]), v[i + 384]);
				break;
			case 256:
				for (int i = 0; i < 256; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 256]), v[i + 512]), v[i + 768]);
				break;
			case 512:
				for (int i = 0; i < 512; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 512]), v[i + 1024]), v[i + 1536]);
				break;
			case 1024:
				for (int i = 0; i < 1024; i++) to[i] = Math.max(Math.max(Math.max(v[i], v[i + 1024]), v[i + 2048]), v[i + 3072]);
				break;
			default:
				throw new IllegalArgumentException("no fold of parts of " + part);
		}
	}
}
