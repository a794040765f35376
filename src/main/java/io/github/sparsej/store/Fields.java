package io.github.sparsej.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The fields of one JSON object, read with checks: whatever is missing or of another kind is a
 * {@link ModelFormatException} that names the field by its path. Numbers are finite; arrays of numbers are float64, or
 * float32 where a model holds them so, little-endian, in base64, so that every bit is kept.
 */
final class Fields {

	private final String path;
	private final JsonObject object;

	Fields(final String path, final JsonObject object) {
		this.path = path;
		this.object = object;
	}

	/**
	 * Puts an array where {@link #doubles} finds it.
	 *
	 * @throws IllegalArgumentException if a value is not finite
	 */
	static void put(final JsonObject object, final String name, final double[] values) {
		for (final double value : values) if (!Double.isFinite(value)) throw new IllegalArgumentException("a model file cannot hold the value " + value + " of its " + name);
		final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		for (final double value : values) bytes.putDouble(value);
		object.addProperty(name, Base64.getEncoder().encodeToString(bytes.array()));
	}

	/**
	 * Puts an array where {@link #floats} finds it.
	 *
	 * @throws IllegalArgumentException if a value is not finite
	 */
	static void put(final JsonObject object, final String name, final float[] values) {
		for (final float value : values) if (!Float.isFinite(value)) throw new IllegalArgumentException("a model file cannot hold the value " + value + " of its " + name);
		final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		for (final float value : values) bytes.putFloat(value);
		object.addProperty(name, Base64.getEncoder().encodeToString(bytes.array()));
	}

	ModelFormatException wrong(final String name, final String expected) {
		final JsonElement found = object.get(name);
		if (found == null) return new ModelFormatException(at(name) + " is missing: expected " + expected);
		final String text = found.isJsonPrimitive() || isSmall(found) ? found.toString() : found.isJsonArray() ? "a list" : "an object";
		return new ModelFormatException(at(name) + " is " + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + ": expected " + expected);
	}

	/** Whether all that is in it are plain values: others may be nested deeper than Java's stack. */
	private static boolean isSmall(final JsonElement element) {
		if (element instanceof JsonArray array) return array.asList().stream().allMatch(JsonElement::isJsonPrimitive);
		return !(element instanceof JsonObject inner) || inner.asMap().values().stream().allMatch(JsonElement::isJsonPrimitive);
	}

	private String at(final String name) {
		return path.isEmpty() ? name : path + "." + name;
	}

	boolean has(final String name) {
		return object.has(name);
	}

	String text(final String name) throws ModelFormatException {
		if (!(object.get(name) instanceof JsonPrimitive p && p.isString())) throw wrong(name, "a text");
		return object.get(name).getAsString();
	}

	boolean flag(final String name) throws ModelFormatException {
		if (!(object.get(name) instanceof JsonPrimitive p && p.isBoolean())) throw wrong(name, "true or false");
		return object.get(name).getAsBoolean();
	}

	int integer(final String name) throws ModelFormatException {
		final long value = longInteger(name);
		if (value != (int) value) throw wrong(name, "a whole number of at most 32 bits");
		return (int) value;
	}

	long longInteger(final String name) throws ModelFormatException {
		try {
			if (object.get(name) instanceof JsonPrimitive p && p.isNumber()) return Long.parseLong(p.getAsString());
		}
		catch (final NumberFormatException e) {
			// said below
		}
		throw wrong(name, "a whole number");
	}

	double number(final String name) throws ModelFormatException {
		if (object.get(name) instanceof JsonPrimitive p && p.isNumber() && Double.isFinite(p.getAsDouble())) return p.getAsDouble();
		throw wrong(name, "a finite number");
	}

	Fields object(final String name) throws ModelFormatException {
		if (!(object.get(name) instanceof JsonObject inner)) throw wrong(name, "an object");
		return new Fields(at(name), inner);
	}

	List<Fields> objects(final String name) throws ModelFormatException {
		if (!(object.get(name) instanceof JsonArray array)) throw wrong(name, "a list of objects");
		final List<Fields> list = new ArrayList<>();
		for (final JsonElement element : array) {
			if (!(element instanceof JsonObject inner)) throw wrong(name, "a list of objects");
			list.add(new Fields(at(name) + "[" + list.size() + "]", inner));
		}
		return list;
	}

	/** All fields of this object, which must be texts, in order. */
	Map<String, String> texts() throws ModelFormatException {
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final String name : object.keySet()) texts.put(name, text(name));
		return texts;
	}

	/** A list of texts. */
	List<String> textList(final String name) throws ModelFormatException {
		if (!(object.get(name) instanceof JsonArray array)) throw wrong(name, "a list of texts");
		final List<String> texts = new ArrayList<>();
		for (final JsonElement element : array) {
			if (!(element instanceof JsonPrimitive text && text.isString())) throw wrong(name, "a list of texts");
			texts.add(text.getAsString());
		}
		return texts;
	}

	<E extends Enum<E>> E constant(final String name, final Class<E> type) throws ModelFormatException {
		final String text = text(name);
		for (final E constant : type.getEnumConstants()) if (constant.name().equals(text)) return constant;
		throw wrong(name, "one of " + List.of(type.getEnumConstants()));
	}

	/** An array of finite numbers of any length. */
	double[] doubles(final String name) throws ModelFormatException {
		final ByteBuffer bytes = bytes(name, Double.BYTES);
		final double[] values = new double[bytes.remaining() / Double.BYTES];
		bytes.asDoubleBuffer().get(values);
		for (final double value : values) if (!Double.isFinite(value)) throw wrong(name, "finite numbers in base64, not " + value);
		return values;
	}

	/** The bytes of an array of numbers of so many bytes each. */
	private ByteBuffer bytes(final String name, final int each) throws ModelFormatException {
		final String expected = "numbers of " + each * Byte.SIZE + " bits in base64";
		final byte[] bytes;
		try {
			bytes = Base64.getDecoder().decode(text(name));
		}
		catch (final IllegalArgumentException e) {
			throw wrong(name, expected);
		}
		if (bytes.length % each != 0) throw wrong(name, expected + ", which are a multiple of " + each + " bytes, not " + bytes.length);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** An array of finite numbers in float32 of any length. */
	float[] floats(final String name) throws ModelFormatException {
		final ByteBuffer bytes = bytes(name, Float.BYTES);
		final float[] values = new float[bytes.remaining() / Float.BYTES];
		bytes.asFloatBuffer().get(values);
		for (final float value : values) if (!Float.isFinite(value)) throw wrong(name, "finite numbers in base64, not " + value);
		return values;
	}

	/** An array of as many finite numbers in float32 as asked for. */
	float[] floats(final String name, final long count) throws ModelFormatException {
		final float[] values = floats(name);
		if (values.length != count) throw wrong(name, count + " numbers in base64, not " + values.length);
		return values;
	}

	/** An array of as many finite numbers as asked for. */
	double[] doubles(final String name, final long count) throws ModelFormatException {
		final double[] values = doubles(name);
		if (values.length != count) throw wrong(name, count + " numbers in base64, not " + values.length);
		return values;
	}

	/** Builds a value of fields that were read one by one, and says where they are if it refuses them. */
	<T> T build(final Reader<T> reader) throws ModelFormatException {
		try {
			return reader.read(this);
		}
		catch (final IllegalArgumentException e) {
			throw new ModelFormatException((path.isEmpty() ? "the model" : path) + " is not valid: " + e.getMessage(), e);
		}
	}

	/** Reads a value of an object's fields. */
	@FunctionalInterface
	interface Reader<T> {
		T read(Fields fields) throws ModelFormatException;
	}
}
