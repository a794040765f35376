package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import com.sun.management.ThreadMXBean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Texts made of those of models of every kind: with other values, parts left out, doubled, moved from one model to another, cut and joined.
 * Reading one gives a model or a {@link ModelFormatException}, soon, and takes memory of the order of the text.
 */
class ModelJsonFuzzTest {

	private static final List<String> MODELS = Stream.concat(ModelJsonTest.everyKind().stream(), Stream.of(ModelJsonTest.LAYERS)).map(ModelJson::write).toList();
	private static final Gson GSON = new Gson();
	private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final String[] NUMBERS = { "0", "-0", "1", "-1", "2", "3", "4", "5", "7", "255", "65536", "16777216", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "1e3", "1.5", "1e-320", "1e308", "1e309", "-1e999", "1e2147483647", "0.1" };
	private static final String[] TEXTS = { "", "AAAA", "AAAAAAAAAAA=", "AAAAAAAA8H8=", "====", "\u00e9", "none", "chain", "BOTH", "zca", "feed-forward", "convolutional" };

	/** Longest time to read one, and bytes taken beyond a multiple of its length: class loading, and all that a small model needs. */
	private static final long NANOSECONDS = 2_000_000_000L, BYTES = 4 << 20;
	private static final int BYTES_PER_CHARACTER = 200;

	private static int read, refused;

	@AfterContainer
	static void tell() {
		System.out.println("ModelJsonFuzzTest: " + read + " texts, " + refused + " refused");
	}

	@Property(tries = 3000, seed = "8", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void someAreReadOrRefused(@ForAll final long seed) {
		read(new Mutation(seed).text());
	}

	@Tag("long")
	@Property(tries = 60_000, seed = "88", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
	void allAreReadOrRefused(@ForAll final long seed) {
		read(new Mutation(seed).text());
	}

	@Property(tries = 12, shrinking = ShrinkingMode.OFF)
	void nestingIsNoMatterHowDeep(@ForAll("depths") final int depth, @ForAll("openings") final String opening) {
		final String deep = opening.repeat(depth) + "1" + (opening.equals("[") ? "]" : "}").repeat(depth);
		for (final String field : new String[] { "\"version\": 1", "\"learner\": ", "\"filter\": ", "\"whitening\": ", "\"patch\": " }) {
			final String json = MODELS.get(0);
			final int at = json.indexOf(field) + field.indexOf(':') + 1;
			read(json.substring(0, at) + deep + json.substring(json.indexOf(field) + field.length()));
			read(json.substring(0, at) + deep + "," + json.substring(at));
			read("{ \"more\": " + deep + "," + json.substring(1));
		}
	}

	@Provide
	Arbitrary<Integer> depths() {
		return Arbitraries.of(10, 200, 3000, 100_000);
	}

	@Provide
	Arbitrary<String> openings() {
		return Arbitraries.of("[", "{\"first\":", "{\"kind\":\"chain\",\"second\":{\"kind\":\"none\"},\"first\":");
	}

	private static void read(final String json) {
		final long begin = System.nanoTime(), before = MEMORY.getCurrentThreadAllocatedBytes();
		try {
			read++;
			ModelJson.read(json, ModelJsonTest.ATOMS);
		}
		catch (final ModelFormatException e) {
			refused++;
			assertThat(e.getMessage()).isNotBlank();
			assertThat(e.getMessage().length()).as("words, not all of the text").isLessThan(1000);
		}
		catch (final RuntimeException | Error e) {
			throw new AssertionError("reading " + (json.length() > 3000 ? json.substring(0, 3000) : json), e);
		}
		assertThat(System.nanoTime() - begin).as("time for %s", json).isLessThan(NANOSECONDS);
		assertThat(MEMORY.getCurrentThreadAllocatedBytes() - before).as("bytes taken for %s", json).isLessThan(BYTES + BYTES_PER_CHARACTER * (long) json.length());
	}

	/** What becomes of the text of a model, or two, by a few changes. */
	private static final class Mutation {

		private final SplittableRandom random;

		Mutation(final long seed) {
			random = new SplittableRandom(seed);
		}

		String text() {
			if (random.nextInt(4) == 0) return characters(any());
			final JsonElement json = JsonParser.parseString(any());
			for (int changes = 1 + random.nextInt(3); changes > 0; changes--) change(json.getAsJsonObject());
			final String text = GSON.toJson(json);
			return random.nextInt(8) == 0 ? characters(text) : text;
		}

		private String any() {
			return MODELS.get(random.nextInt(MODELS.size()));
		}

		/** Pieces cut out, doubled, or brought from another model. */
		private String characters(final String text) {
			final StringBuilder changed = new StringBuilder(text);
			for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
				if (changed.isEmpty()) return "";
				final int from = random.nextInt(changed.length()), to = Math.min(changed.length(), from + random.nextInt(40));
				final String other = any();
				final int otherFrom = random.nextInt(other.length());
				switch (random.nextInt(4)) {
					case 0 -> changed.delete(from, to);
					case 1 -> changed.insert(from, changed.substring(from, to));
					case 2 -> changed.replace(from, to, other.substring(otherFrom, Math.min(other.length(), otherFrom + random.nextInt(40))));
					default -> changed.setCharAt(from, (char) (changed.charAt(from) ^ 1 << random.nextInt(16)));
				}
			}
			return changed.toString();
		}

		/** Changes one field, anywhere. */
		private void change(final JsonObject json) {
			final List<JsonObject> objects = objects(json, new ArrayList<>());
			final JsonObject place = objects.get(random.nextInt(objects.size()));
			final List<String> keys = List.copyOf(place.keySet());
			if (keys.isEmpty()) return;
			final String key = keys.get(random.nextInt(keys.size()));
			switch (random.nextInt(6)) {
				case 0 -> place.remove(key);
				case 1 -> place.add(key, odd());
				case 2 -> place.add(key, like(place.get(key)));
				case 3 -> place.add(key, objects.get(random.nextInt(objects.size())).deepCopy());
				case 4 -> {
					final JsonObject other = JsonParser.parseString(any()).getAsJsonObject();
					if (other.has(key)) place.add(key, other.get(key));
				}
				default -> place.add(key, like(place.get(key)));
			}
		}

		private static List<JsonObject> objects(final JsonElement from, final List<JsonObject> found) {
			if (from instanceof JsonObject object) {
				found.add(object);
				object.entrySet().forEach(entry -> objects(entry.getValue(), found));
			}
			if (from instanceof JsonArray array) array.forEach(element -> objects(element, found));
			return found;
		}

		/** Another value of the same kind. */
		private JsonElement like(final JsonElement value) {
			if (value instanceof JsonPrimitive p && p.isNumber()) return new JsonPrimitive(new LazilyParsedNumber(NUMBERS[random.nextInt(NUMBERS.length)]));
			if (value instanceof JsonPrimitive p && p.isBoolean()) return new JsonPrimitive(!p.getAsBoolean());
			if (value instanceof JsonPrimitive p && p.isString()) return new JsonPrimitive(random.nextBoolean() ? TEXTS[random.nextInt(TEXTS.length)] : characters(p.getAsString() + " "));
			if (value instanceof JsonArray array) {
				final JsonArray longer = array.deepCopy();
				longer.addAll(array);
				longer.add(odd());
				return longer;
			}
			return odd();
		}

		private JsonElement odd() {
			return switch (random.nextInt(6)) {
				case 0 -> JsonNull.INSTANCE;
				case 1 -> new JsonPrimitive(random.nextBoolean());
				case 2 -> new JsonPrimitive(TEXTS[random.nextInt(TEXTS.length)]);
				case 3 -> new JsonArray();
				case 4 -> new JsonObject();
				default -> new JsonPrimitive(new LazilyParsedNumber(NUMBERS[random.nextInt(NUMBERS.length)]));
			};
		}
	}
}
