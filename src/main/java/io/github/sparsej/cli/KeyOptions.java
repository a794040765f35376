package io.github.sparsej.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.sparsej.imagej.bridge.CommandForm;
import io.github.sparsej.imagej.bridge.CommandKey;
import io.github.sparsej.imagej.bridge.CommandKey.Kind;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The keys of a command as options of the command line, and its label as a word of it. */
final class KeyOptions {

	/** Words of labels that nobody would miss. */
	private static final List<String> PLAIN_WORDS = List.of("sparse", "sparsej", "image", "dictionary");

	private KeyOptions() {}

	/** The label as a word: "Learn Dictionary" gives "learn-dictionary". */
	static String name(final CommandForm command) {
		return command.label().toLowerCase(Locale.ROOT).replace(' ', '-');
	}

	/** Shorter names, without the words that say little, where only one command has them. */
	static Map<CommandForm, String> shortNames(final List<CommandForm> commands) {
		final Map<String, Integer> uses = new HashMap<>();
		for (final CommandForm command : commands) {
			uses.merge(name(command), 1, Integer::sum);
			uses.merge(shortName(command), 1, Integer::sum);
		}
		final Map<CommandForm, String> names = new HashMap<>();
		for (final CommandForm command : commands) if (!shortName(command).isEmpty() && uses.get(shortName(command)) == 1) names.put(command, shortName(command));
		return names;
	}

	private static String shortName(final CommandForm command) {
		final List<String> words = new ArrayList<>(List.of(name(command).split("-")));
		words.removeAll(PLAIN_WORDS);
		return String.join("-", words);
	}

	/** The option of a key that is not the image. */
	static OptionSpec option(final CommandKey key) {
		final OptionSpec.Builder option = OptionSpec.builder("--" + key.name()).paramLabel(key.kind().placeholder()).description(meaning(key));
		if (key.kind() == Kind.FLAG) return option.type(Boolean.class).arity("0..1").fallbackValue("true").negatable(true).build();
		return option.type(String.class).arity("1").build();
	}

	/** The image that the command works on; several files are worked on in turn. */
	static PositionalParamSpec image(final CommandForm command, final CommandKey image) {
		final String meaning = image.label() + " (several: each in turn)" + (image.description().isEmpty() ? "" : ". " + image.description());
		return PositionalParamSpec.builder().paramLabel("FILE").type(List.class).auxiliaryTypes(String.class).arity(command.needsImage() ? "1..*" : "0..*").description(literal(meaning)).build();
	}

	private static String meaning(final CommandKey key) {
		final StringBuilder text = new StringBuilder(key.label().isEmpty() ? key.name() : key.label());
		if (!key.description().isEmpty()) text.append(". ").append(key.description());
		if (key.kind() == Kind.OTHER_IMAGE) text.append(" [here: a file]");
		if (!key.choices().isEmpty()) text.append(". One of: ").append(String.join(", ", key.choices()));
		if (!key.defaultValue().isEmpty()) text.append(". Default: ").append(key.defaultValue());
		return literal(text.toString());
	}

	/** A text in which picocli shall find nothing to fill in. */
	static String literal(final String text) {
		return text.replace("%", "%%").replace("${", "$\\{");
	}
}
