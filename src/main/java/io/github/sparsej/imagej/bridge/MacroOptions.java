package io.github.sparsej.imagej.bridge;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/**
 * The option string of a macro line, {@code key=value key=[value with blanks]}, read by ImageJ's own rules. Numbers are
 * read strictly: a text that is none is an error that names the key, not a silent 0.
 */
final class MacroOptions {

	private static final Pattern PAIR = Pattern.compile("(\\S+?)=(?:\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\]|'[^']*'|\\S*)");

	private final ConvertService convert;
	private final String options;

	MacroOptions(final ConvertService convert, final String options) {
		this.convert = convert;
		this.options = options;
	}

	/**
	 * Sets and resolves the inputs that the options name.
	 *
	 * @throws IllegalArgumentException naming the first key whose value does not fit
	 */
	void apply(final Module module) {
		final Set<String> known = new TreeSet<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (!Command_Runner.isValue(input)) continue;
			known.add(input.getName());
			final String text = Macro.getValue(options, input.getName(), null);
			if (text == null) continue;
			module.setInput(input.getName(), parse(text, input));
			module.resolveInput(input.getName());
		}
		final Matcher pairs = PAIR.matcher(options);
		while (pairs.find())
			if (!known.contains(pairs.group(1)))
				IJ.log(module.getInfo().getTitle() + ": there is no key '" + pairs.group(1) + "'; the keys are " + known.stream().collect(Collectors.joining(", ")));
	}

	private Object parse(final String text, final ModuleItem<?> input) {
		final Class<?> type = Types.box(input.getType());
		final String key = input.getName();
		if (type == ImagePlus.class) return image(text, key);
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

	private static ImagePlus image(final String text, final String key) {
		ImagePlus image = WindowManager.getImage(text);
		if (image == null && text.matches("-\\d{1,9}")) image = WindowManager.getImage(Integer.parseInt(text)); // an image ID
		if (image == null) throw new IllegalArgumentException(key + "=" + text + ": no image of this title is open");
		return image;
	}
}
