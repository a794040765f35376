package io.github.sparsej.imagej.bridge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.IJ;
import ij.ImagePlus;

import io.github.sparsej.imagej.Titles;

/**
 * The option string of a macro line, {@code key=value key=[value with blanks]}. Unlike ImageJ's own reader, this one does not find
 * keys inside of values. Numbers are
 * read strictly: a text that is none is an error that names the key, not a silent 0.
 */
final class MacroOptions {

	/** A key with its value, which may stand in brackets (that may hold brackets) or quotes; or a bare word. Possessive, as values may be longer than Java's stack is deep. */
	private static final Pattern PAIR = Pattern.compile("([^\\s=]+)(=(?:\\[((?:[^\\[\\]]++|\\[[^\\]]*+\\])*+)\\]|'([^']*)'|(\\S*)))?");

	private final ConvertService convert;
	private final Map<String, String> values = new LinkedHashMap<>();
	private final Set<String> bareWords = new LinkedHashSet<>();

	MacroOptions(final ConvertService convert, final String options) {
		this.convert = convert;
		final Matcher pairs = PAIR.matcher(options);
		while (pairs.find()) {
			final String value = pairs.group(3) != null ? pairs.group(3) : pairs.group(4) != null ? pairs.group(4) : pairs.group(5);
			if (pairs.group(2) == null) bareWords.add(pairs.group(1));
			else values.putIfAbsent(pairs.group(1), value);
		}
	}

	/** What the options name, as texts. */
	Map<String, Object> named() {
		return new LinkedHashMap<>(values);
	}

	/**
	 * Sets and resolves the inputs that the options name.
	 *
	 * @throws IllegalArgumentException naming the first key whose value does not fit
	 */
	void apply(final Module module) {
		apply(module, IJ::log);
	}

	/**
	 * The same, where keys that there are none of, and bare words, are errors too.
	 *
	 * @throws IllegalArgumentException naming the first key that does not do
	 */
	void applyStrictly(final Module module) {
		for (final String word : bareWords) throw new IllegalArgumentException(word + ": write key=value");
		apply(module, problem -> {
			throw new IllegalArgumentException(problem);
		});
	}

	private void apply(final Module module, final Consumer<String> tell) {
		final Set<String> known = new TreeSet<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (!Command_Runner.isValue(input)) continue;
			final String key = input.getName();
			known.add(key);
			if (bareWords.contains(key)) throw new IllegalArgumentException(key + ": write " + key + "=" + (Types.box(input.getType()) == Boolean.class ? "true" : "value"));
			if (!values.containsKey(key)) continue;
			module.setInput(key, parse(convert, values.get(key), input));
			module.resolveInput(key);
		}
		for (final String key : values.keySet())
			if (!known.contains(key)) tell.accept(InputDialog.title(module) + ": there is no key '" + key + "'; the keys are " + String.join(", ", known));
	}

	/**
	 * The value of an input that a text stands for; of an image its title.
	 *
	 * @throws IllegalArgumentException naming the key if the text does not fit
	 */
	static Object parse(final ConvertService convert, final String text, final ModuleItem<?> input) {
		final Class<?> type = Types.box(input.getType());
		final String key = input.getName();
		if (type == ImagePlus.class) return Titles.find(key, text);
		if (Number.class.isAssignableFrom(type)) return number(text, type, key);
		if (type == Boolean.class) {
			if (!text.equals("true") && !text.equals("false")) throw new IllegalArgumentException(key + "=" + text + ": true or false is needed");
			return Boolean.valueOf(text);
		}
		return convert.convert(text, type);
	}

	/**
	 * @param type Integer or Double
	 * @throws IllegalArgumentException naming the key if the text is no such number
	 */
	static Number number(final String text, final Class<?> type, final String key) {
		try {
			return type == Integer.class ? (Number) Integer.valueOf(text.strip()) : (Number) Double.valueOf(text.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(key + "=" + text + ": a " + (type == Integer.class ? "whole number" : "number with a decimal point") + " is needed", e);
		}
	}
}
