package io.github.sparsej.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import com.google.gson.JsonObject;

/**
 * The implementations of an interface that a model file can hold. Each is told by a tag of its own, so that classes can be
 * renamed without harm to files. Immutable and thread-safe.
 */
final class Kinds<T> {

	private static final String TAG = "kind";

	private record Kind<T, S extends T>(String tag, Class<S> type, BiConsumer<S, JsonObject> writer, Fields.Reader<S> reader) {

		JsonObject write(final T value) {
			final JsonObject object = new JsonObject();
			object.addProperty(TAG, tag);
			writer.accept(type.cast(value), object);
			return object;
		}
	}

	private final String what;
	private final List<Kind<T, ?>> kinds;

	private Kinds(final String what, final List<Kind<T, ?>> kinds) {
		this.what = what;
		this.kinds = kinds;
	}

	static <T> Kinds<T> of(final String what) {
		return new Kinds<>(what, List.of());
	}

	/**
	 * These kinds and one more.
	 *
	 * @param writer puts what a value is made of into an object
	 * @param reader makes the value of it again
	 */
	<S extends T> Kinds<T> with(final String tag, final Class<S> type, final BiConsumer<S, JsonObject> writer, final Fields.Reader<S> reader) {
		final List<Kind<T, ?>> more = new ArrayList<>(kinds);
		more.add(new Kind<>(tag, type, writer, reader));
		return new Kinds<>(what, List.copyOf(more));
	}

	/** @throws IllegalArgumentException if a model file knows no such kind */
	JsonObject write(final T value) {
		for (final Kind<T, ?> kind : kinds) if (kind.type.isInstance(value)) return kind.write(value);
		throw new IllegalArgumentException("a model file cannot hold the " + what + " " + value.getClass().getSimpleName());
	}

	T read(final Fields fields) throws ModelFormatException {
		final String tag = fields.text(TAG);
		for (final Kind<T, ?> kind : kinds) if (kind.tag.equals(tag)) return fields.build(kind.reader::read);
		throw fields.wrong(TAG, "one of " + kinds.stream().map(Kind::tag).toList());
	}
}
