package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.autoencoder.energy.EnergyLearner;
import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.LocallyGreedyDescent;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.restore.denoise.DenoiseMethod;
import io.github.sparsej.restore.inpaint.Inpainter;
import io.github.sparsej.testing.HeadlessImageJ;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Labels and keys are a promise to users' macros: they are what macro-interface.txt says, and keep ImageJ's rules. */
class MacroInterfaceTest {

	private static final Path DOCUMENTATION = Path.of("src", "site", "markdown");

	static final List<Class<?>> COMMANDS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.sparsej.command").stream()
		.filter(c -> c.isAnnotatedWith(Plugin.class)).map(JavaClass::reflect).sorted((a, b) -> label(a).compareTo(label(b))).collect(Collectors.toList());

	static String label(final Class<?> command) {
		final String path = command.getAnnotation(Plugin.class).menuPath();
		return path.substring(path.lastIndexOf('>') + 1);
	}

	/** In SciJava's order: those of the superclass first. */
	static List<Field> keys(final Class<?> command) {
		final List<Field> keys = command == SparseJCommand.class ? new ArrayList<>() : keys(command.getSuperclass());
		for (final Field field : command.getDeclaredFields()) {
			final Parameter parameter = field.getAnnotation(Parameter.class);
			if (parameter != null && parameter.type() == ItemIO.INPUT && parameter.visibility() != ItemVisibility.MESSAGE && !Service.class.isAssignableFrom(field.getType())) keys.add(field);
		}
		return keys;
	}

	@Test
	void labelsKeysTypesDefaultsAndChoicesAreAsPromised() throws Exception {
		final StringBuilder actual = new StringBuilder();
		for (final Class<?> command : COMMANDS) {
			actual.append(label(command)).append('\n');
			final Object instance = command.getDeclaredConstructor().newInstance();
			for (final Field key : keys(command)) {
				key.setAccessible(true);
				final String[] choices = key.getAnnotation(Parameter.class).choices();
				actual.append("  ").append(key.getName()).append(' ').append(key.getType().getSimpleName()).append(" = ").append(key.get(instance))
					.append(choices.length == 0 ? "" : " of " + Arrays.toString(choices)).append('\n');
			}
		}
		try (InputStream promised = MacroInterfaceTest.class.getResourceAsStream("macro-interface.txt")) {
			assertThat(actual.toString()).isEqualTo(new String(promised.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	@Test
	void keysAreLowerCaseLettersOfBoxedTypesAndNotRemembered() {
		for (final Class<?> command : COMMANDS)
			for (final Field key : keys(command)) {
				assertThat(key.getName()).as(label(command)).matches("[a-z]+");
				assertThat(key.getType().isPrimitive()).as(label(command) + " " + key.getName()).isFalse();
				if (!key.getType().getName().startsWith("ij.")) assertThat(key.getAnnotation(Parameter.class).persist()).as(label(command) + " " + key.getName()).isFalse();
			}
	}

	/** ImageJ's recorder looks for "gain=" anywhere in what it has recorded, finds it in "cameragain=", and complains of a key named twice. */
	@Test
	void noKeyIsTheEndOfOneBeforeIt() {
		for (final Class<?> command : COMMANDS) {
			final List<String> before = new ArrayList<>();
			for (final Field key : keys(command)) {
				assertThat(before).as(label(command)).noneMatch(earlier -> earlier.endsWith(key.getName()));
				before.add(key.getName());
			}
		}
	}

	@Test
	void everyCommandPreparesItsInputsAndRunsHeadless() {
		for (final Class<?> command : COMMANDS) {
			final Plugin plugin = command.getAnnotation(Plugin.class);
			assertThat(plugin.type()).isEqualTo(Command.class);
			assertThat(plugin.headless()).as(label(command)).isTrue();
			assertThat(plugin.initializer()).as(label(command)).isEqualTo(SparseJCommand.PREPARE);
			assertThat(keys(command).stream().filter(key -> key.getType().getName().equals("ij.ImagePlus")).count()).as(label(command)).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void theMenuOfImageJListsEveryCommandOnceUnderTheSamePath() throws IOException {
		final Map<String, String> expected = new TreeMap<>();
		for (final Class<?> command : COMMANDS)
			expected.put(command.getAnnotation(Plugin.class).menuPath(), "io.github.sparsej.imagej.bridge.Command_Runner(\"" + command.getName() + "\")");
		for (final String sample : Samples.names()) expected.put("File>Open Samples>SparseJ " + sample, "io.github.sparsej.imagej.bridge.Command_Runner(\"" + OpenSample.class.getName() + " name=" + sample + "\")");
		final Map<String, String> listed = new TreeMap<>();
		HeadlessImageJ.menuPaths().forEach((path, target) -> {
			if (!target.startsWith("ij.plugin.Macro_Runner")) listed.put(path, target);
		});
		assertThat(listed).isEqualTo(expected);
	}

	@Test
	void everyMacroOfTheMenuIsInTheJar() {
		final Set<String> macros = HeadlessImageJ.menu().values().stream().filter(target -> target.startsWith("ij.plugin.Macro_Runner")).collect(Collectors.toSet());
		assertThat(macros).isNotEmpty().allSatisfy(target -> {
			final String resource = target.replaceAll("^.*JAR:(.*)\"\\)$", "/$1");
			assertThat(MacroInterfaceTest.class.getResource(resource)).as(resource).isNotNull();
		});
	}

	@Test
	void thePageOfEveryCommandNamesItsKeysAndChoices() throws IOException {
		final String common = Files.readString(DOCUMENTATION.resolve("commands.md"));
		for (final Class<?> command : COMMANDS) {
			final String page = page(command) + (ExperimentCommand.class.isAssignableFrom(command) ? page(LearnDictionary.class) : ""); // whose keys it has
			for (final Field key : keys(command)) {
				assertThat(page).as(label(command)).contains("`" + key.getName() + "`");
				for (final String choice : key.getAnnotation(Parameter.class).choices())
					assertThat(page + (key.getName().matches("scope|color|selection") ? common : "")).as(label(command) + " " + key.getName()).contains(choice.contains(" ") || choice.contains("-") ? "`[" + choice + "]`" : "`" + choice);
			}
		}
	}

	/** A page has the name of its command in small letters. */
	private static String page(final Class<?> command) throws IOException {
		final String text = Files.readString(DOCUMENTATION.resolve("commands").resolve(pageName(command)));
		assertThat(text).startsWith("# " + label(command) + "\n");
		return text;
	}

	private static String pageName(final Class<?> command) {
		return label(command).replace("...", "").toLowerCase(Locale.ROOT).replace(' ', '-') + ".md";
	}

	@Test
	void theTableOfAllCommandsHasEveryKeyWithItsDefault() throws Exception {
		final String table = Files.readString(DOCUMENTATION.resolve("commands.md"));
		for (final Class<?> command : COMMANDS) {
			final Object instance = command.getDeclaredConstructor().newInstance();
			final List<String> row = new ArrayList<>();
			for (final Field key : keys(command)) {
				key.setAccessible(true);
				final Object value = key.get(instance);
				row.add("`" + key.getName() + "`" + (value == null || value.equals("") ? "" : " (" + value + ")"));
			}
			assertThat(table).contains("| [" + label(command) + "](commands/" + pageName(command) + ") | " + String.join(", ", row) + " |\n");
		}
	}

	@Test
	void thePageOfCitationsHasWhatTheLogSays() throws IOException {
		final List<String> said = new ArrayList<>(List.of(Inpainter.CITATION, ConvolutionalLearner.CITATION, ConvolutionalPursuit.CITATION, LocallyGreedyDescent.CITATION, EnergyLearner.CITATION));
		for (final EncoderKind kind : EncoderKind.values()) said.add(kind.citation());
		for (final AutoencoderKind kind : AutoencoderKind.values()) said.add(kind.citation());
		for (final DenoiseMethod method : DenoiseMethod.values()) said.add(method.citation().replaceAll(", (atoms|cosines).*", ""));
		assertThat(Files.readString(DOCUMENTATION.resolve("citations.md"))).contains(said);
	}
}
