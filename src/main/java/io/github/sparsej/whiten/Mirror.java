package io.github.sparsej.whiten;

/** What stands beyond the borders of an image that is mirrored there, as often as a window needs. */
public enum Mirror {

	/** Border pixels are repeated: ... 1 0 | 0 1 ... n-1 | n-1 n-2 ... */
	REPEATED {
		@Override
		int at(final int i, final int n) {
			final int inPeriod = Math.floorMod(i, 2 * n);
			return inPeriod < n ? inPeriod : 2 * n - 1 - inPeriod;
		}
	},
	/** Border pixels are the mirror's axis: ... 2 1 | 0 1 ... n-1 | n-2 n-3 ... */
	ONCE {
		@Override
		int at(final int i, final int n) {
			if (n == 1) return 0;
			final int inPeriod = Math.floorMod(i, 2 * n - 2);
			return inPeriod < n ? inPeriod : 2 * n - 2 - inPeriod;
		}
	};

	/** The pixel, 0 to n - 1, that stands at i of a line of n pixels. */
	abstract int at(int i, int n);
}
