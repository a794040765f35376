package io.github.sparsej.linalg;

/**
 * Chooses the implementations of products, and of kernels like them, once per JVM: jdk.incubator.vector where the JVM was started with that module,
 * else the plain tile shape that wins a brief race (how well C2 compiles each differs from JVM to JVM). All give the
 * same bits, so the choice cannot change a result.
 */
final class FastestProduct {

	/** Null without the vector module. */
	static final SegmentKernel SEGMENT_VECTORS = withVectors(SegmentKernel.class, "SegmentVectors");
	static final FloatProduct FLOAT = chooseFloat();
	static final DoubleProduct DOUBLE = chooseDouble();
	static final DoubleProduct NONZEROS = new NonzeroRows();

	/** Share of nonzeros below which leaving out the others wins over tiles that take all: less against vectors, which are faster. */
	static final double SPARSE = DOUBLE instanceof DoubleTiles ? 0.5 : 0.3;

	/** Long enough for C2 to compile the kernels, short enough not to be noticed. */
	private static final long RACE_NANOSECONDS = 100_000_000;
	/** A favourite that is losing may still be waiting for C2, where the machine is busy. */
	private static final long EXTENDED_RACE_NANOSECONDS = 400_000_000;

	/** Where C2 fails with a kernel, it is slower by a factor of about 4; less than this may be chance. */
	private static final double UPSET = 0.7;

	private FastestProduct() {}

	private static FloatProduct chooseFloat() {
		final FloatProduct vectors = withVectors(FloatProduct.class, "FloatVectors");
		return vectors != null ? vectors : race(new FloatTiles3x3(), new FloatTiles4x2());
	}

	private static DoubleProduct chooseDouble() {
		final DoubleProduct vectors = withVectors(DoubleProduct.class, "DoubleVectors");
		return vectors != null ? vectors : new DoubleTiles();
	}

	/** An instance of a class of this package that needs the vector module, or null without it. */
	private static <T> T withVectors(final Class<T> type, final String name) {
		if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return null;
		try {
			return type.cast(Class.forName(FastestProduct.class.getPackageName() + "." + name).getDeclaredConstructor().newInstance());
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			// A later JDK may have changed the incubating module: the plain kernels are always there.
			return null;
		}
	}

	private static FloatProduct race(final FloatProduct favourite, final FloatProduct other) {
		final int rows = 12, inner = 36, columns = 400;
		final float[] a = new float[rows * inner];
		final float[][] b = new float[inner][columns], c = new float[rows][columns];
		long favouriteTime = Long.MAX_VALUE, otherTime = Long.MAX_VALUE;
		final long begin = System.nanoTime();
		do {
			final long start = System.nanoTime();
			favourite.multiply(a, 0, inner, rows, inner, b, columns, c);
			final long middle = System.nanoTime();
			other.multiply(a, 0, inner, rows, inner, b, columns, c);
			favouriteTime = Math.min(favouriteTime, middle - start);
			otherTime = Math.min(otherTime, System.nanoTime() - middle);
		}
		while (System.nanoTime() - begin < (otherTime < UPSET * favouriteTime ? EXTENDED_RACE_NANOSECONDS : RACE_NANOSECONDS));
		return otherTime < UPSET * favouriteTime ? other : favourite;
	}
}
