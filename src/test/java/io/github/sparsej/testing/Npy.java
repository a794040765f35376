package io.github.sparsej.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;

/**
 * An array of numpy's .npy format (little-endian, C order; f4, f8, i2, i4, i8, b1), read as double.
 *
 * @param shape  the array's sizes
 * @param values all values, row-major
 */
public record Npy(int[] shape, double[] values) {

	private static final Pattern HEADER = Pattern.compile("'descr':\\s*'[<|]?([a-z]\\d)'.*'fortran_order':\\s*False.*'shape':\\s*\\(([^)]*)\\)");

	/** An array that is committed with the tests, gzipped where it is mostly zeros: {@code golden("encoders/64x128_X_200x64.npy")}. */
	public static Npy golden(final String name) {
		try (InputStream plain = Npy.class.getResourceAsStream("/golden/" + name); InputStream zipped = Npy.class.getResourceAsStream("/golden/" + name + ".gz")) {
			if (plain == null && zipped == null) throw new IllegalArgumentException("no golden array " + name);
			return parse(name, (plain != null ? plain : new GZIPInputStream(zipped)).readAllBytes());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** An array of the reference folder that is not part of the project; the test is skipped where it is absent. */
	public static Npy reference(final String name) {
		final Path file = Path.of("..", "shared", "golden", name);
		Assumptions.assumeTrue(Files.exists(file), () -> "no reference folder here: " + name);
		try {
			return parse(name, Files.readAllBytes(file));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Npy parse(final String name, final byte[] bytes) {
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final int begin = bytes[6] == 1 ? 10 : 12;
		final int length = bytes[6] == 1 ? buffer.getShort(8) & 0xffff : buffer.getInt(8);
		final Matcher header = HEADER.matcher(new String(bytes, begin, length, StandardCharsets.ISO_8859_1));
		if (!header.find()) throw new IllegalArgumentException(name + " is not an array this reader knows");
		final int[] shape = Arrays.stream(header.group(2).split(",")).map(String::strip).filter(s -> !s.isEmpty()).mapToInt(Integer::parseInt).toArray();
		final double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		buffer.position(begin + length);
		for (int i = 0; i < values.length; i++)
			values[i] = switch (header.group(1)) {
				case "f4" -> buffer.getFloat();
				case "f8" -> buffer.getDouble();
				case "i2" -> buffer.getShort();
				case "i4" -> buffer.getInt();
				case "i8" -> buffer.getLong();
				case "b1" -> buffer.get();
				default -> throw new IllegalArgumentException(name + " holds values of kind " + header.group(1));
			};
		return new Npy(shape, values);
	}

	public float[] floats() {
		final float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
		return floats;
	}

	/** Value (i, j) of a matrix. */
	public double at(final int i, final int j) {
		return values[i * shape[1] + j];
	}
}
