package io.github.sparsej.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Assumptions;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Numbers of a JSON file that numpy wrote beside its arrays. */
public record GoldenJson(JsonObject object) {

	/** A file that is committed with the tests. */
	public static GoldenJson golden(final String name) {
		try (InputStream file = GoldenJson.class.getResourceAsStream("/golden/" + name)) {
			if (file == null) throw new IllegalArgumentException("no golden file " + name);
			return new GoldenJson(JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8)).getAsJsonObject());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A file of the reference folder that is not part of the project; the test is skipped where it is absent. */
	public static GoldenJson reference(final String name) {
		final Path file = Path.of("..", "shared", "golden", name);
		Assumptions.assumeTrue(Files.exists(file), () -> "no reference folder here: " + name);
		try (Reader reader = Files.newBufferedReader(file)) {
			return new GoldenJson(JsonParser.parseReader(reader).getAsJsonObject());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public GoldenJson part(final String name) {
		return new GoldenJson(object.getAsJsonObject(name));
	}

	public double number(final String name) {
		return object.get(name).getAsDouble();
	}

	public double[] vector(final String name) {
		return vector(object.get(name));
	}

	public double[][] matrix(final String name) {
		return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false).map(GoldenJson::vector).toArray(double[][]::new);
	}

	private static double[] vector(final JsonElement array) {
		return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).mapToDouble(JsonElement::getAsDouble).toArray();
	}
}
