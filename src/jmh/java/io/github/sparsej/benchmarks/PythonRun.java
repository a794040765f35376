package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs of a Python script on one thread, on arrays that are handed over in files of a folder that is gone afterwards. */
final class PythonRun implements AutoCloseable {

	private final String python;
	private final String needs;
	private final Path folder;

	/** @param needs what the Python must have, for the message if it has not */
	PythonRun(final String python, final String needs) throws IOException {
		this.python = python;
		this.needs = needs;
		folder = Files.createTempDirectory("sparsej-python");
	}

	/** Hands over a matrix of float32 values, row by row, as {@code name.npy}. */
	void put(final String name, final float[] values, final int columns) throws IOException {
		final ByteBuffer buffer = array("<f4", Float.BYTES, values.length / columns, columns);
		buffer.asFloatBuffer().put(values);
		Files.write(folder.resolve(name + ".npy"), buffer.array());
	}

	/** Hands over a row of float64 values as {@code name.npy}. */
	void put(final String name, final double[] values) throws IOException {
		final ByteBuffer buffer = array("<f8", Double.BYTES, 1, values.length);
		buffer.asDoubleBuffer().put(values);
		Files.write(folder.resolve(name + ".npy"), buffer.array());
	}

	/** Version 1.0 of numpy's format: a header padded to 128 bytes, after which the values go. */
	private static ByteBuffer array(final String type, final int bytes, final int rows, final int columns) {
		final String header = String.format(Locale.ROOT, "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d), }", type, rows, columns);
		final ByteBuffer buffer = ByteBuffer.allocate(128 + bytes * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
		buffer.put(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0 }).putShort((short) 118);
		return buffer.put(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
	}

	/** Takes over a matrix of float32 values that the script saved as {@code name.npy}, row by row. */
	float[] get(final String name, final int count) throws IOException {
		final ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".npy"))).order(ByteOrder.LITTLE_ENDIAN);
		final float[] values = new float[count];
		buffer.position(10 + buffer.getShort(8)); // after the magic number, the version and the header
		buffer.asFloatBuffer().get(values);
		return values;
	}

	/**
	 * @param arguments what the script gets after the folder
	 * @return the lines it printed
	 */
	List<String> run(final String script, final List<String> arguments) throws IOException, InterruptedException {
		final ProcessBuilder builder = new ProcessBuilder(python, Files.writeString(folder.resolve("script.py"), script).toString(), folder.toString());
		builder.command().addAll(arguments);
		builder.environment().put("OMP_NUM_THREADS", "1");
		builder.environment().put("OPENBLAS_NUM_THREADS", "1");
		final Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		final List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		if (process.waitFor() != 0) throw new IOException(python + " ended with " + process.exitValue() + ": it needs " + needs + "; another one can be named by -Dpython=...");
		return lines;
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
		}
	}
}
