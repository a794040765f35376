package io.github.sparsej.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encoding a million patches of 8 x 8 in one call fits into a heap of the signals, their codes and 64 MB. */
@Tag("long")
class EncodingMemoryTest {

	private static final int PATCHES = 1_000_000, NONZEROS = 5, ATOMS = 256;
	private static final long SIGNAL_BYTES = 4L * 64 * PATCHES, CODE_BYTES = (8L * NONZEROS + 5) * PATCHES, MORE = 64L << 20;

	/** Run in a JVM of its own; fails with an OutOfMemoryError if the heap does not do. */
	public static void main(final String[] arguments) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] values = new float[64 * PATCHES];
		for (int j = 0; j < values.length; j++) values[j] = (float) random.nextDouble(-1, 1);
		final float[] atoms = new float[64 * ATOMS];
		for (int j = 0; j < atoms.length; j++) atoms[j] = (float) random.nextGaussian();
		final SparseCodes codes = new BatchOmp(new OmpOptions(NONZEROS, 0), Parallel.of(2)).prepare(Dictionary.normalized(PatchShape.square(8), ATOMS, atoms)).encode(Signals.of(PATCHES, 64, values), Progress.NONE);
		System.exit(codes.nonzeros() == NONZEROS * PATCHES ? 0 : 2);
	}

	@Test
	void aMillionPatchesNeedAtMost64MegabytesMore() throws Exception {
		final long megabytes = (SIGNAL_BYTES + CODE_BYTES + MORE) >> 20;
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + megabytes + "m", "-Xmn24m", "-XX:+UseSerialGC",
			"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), EncodingMemoryTest.class.getName()).inheritIO().start();
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as("ended in a heap of %d MB", megabytes).isZero();
	}
}
