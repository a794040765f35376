package io.github.sparsej.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.imagej.bridge.CommandForm;
import io.github.sparsej.imagej.bridge.CommandKey;
import io.github.sparsej.imagej.bridge.CommandKey.Kind;
import io.github.sparsej.testing.HeadlessImageJ;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

/** Every command with every key is on the command line, by what SciJava knows of it. */
class ShellOptionsTest {

	private final CommandLine line = new Shell(System.out, System.err, false, () -> false).commandLine();
	private final List<CommandForm> commands = CommandForm.all();

	@Test
	void everyCommandOfTheMenuIsACommand() {
		final List<String> labels = HeadlessImageJ.commands().keySet().stream().map(label -> label.replace("...", "")).toList();
		assertThat(commands).extracting(CommandForm::label).containsExactlyElementsOf(labels);
		assertThat(commands).allSatisfy(command -> assertThat(line.getSubcommands()).containsKey(command.label().toLowerCase().replace(' ', '-')));
		assertThat(line.getSubcommands()).containsKeys("learn", "encode", "reconstruct", "denoise", "inpaint", "whiten", "mosaic", "statistics");
	}

	@Test
	void everyKeyIsAnOptionAndTheImageAFile() {
		for (final CommandForm command : commands) {
			final CommandLine sub = line.getSubcommands().get(KeyOptions.name(command));
			for (final CommandKey key : command.keys()) {
				if (key.kind() == Kind.IMAGE) assertThat(sub.getCommandSpec().positionalParameters()).as(command.label()).hasSize(1);
				else assertThat(sub.getCommandSpec().findOption("--" + key.name())).as(command.label() + " " + key.name()).isNotNull();
			}
		}
	}

	@Test
	void theHelpOfEveryCommandTellsLabelsDescriptionsDefaultsAndChoices() {
		for (final CommandForm command : commands) {
			final ShellRun run = ShellRun.of(KeyOptions.name(command), "--help");
			assertThat(run.exitCode()).isZero();
			final String help = run.out().replaceAll("\\s+", " ");
			assertThat(help).contains("-o, --out", "--threads", "--table", "--force", "--quiet", "--progress");
			for (final CommandKey key : command.keys()) {
				final List<String> told = new ArrayList<>(List.of(key.label(), key.description()));
				if (key.kind() != Kind.IMAGE && !key.defaultValue().isEmpty()) told.add("Default: " + key.defaultValue());
				if (!key.choices().isEmpty()) told.add("One of: " + String.join(", ", key.choices()));
				for (final String text : told) assertThat(help.replace(" ", "")).as(command.label() + " " + key.name()).contains(text.replace(" ", "")); // long words are broken
			}
		}
	}

	@Test
	void kindsAreTakenFromTheParameters() {
		final CommandForm denoise = commands.stream().filter(command -> command.label().equals("Sparse Denoise")).findFirst().orElseThrow();
		assertThat(kind(denoise, "image")).isEqualTo(Kind.IMAGE);
		assertThat(kind(denoise, "dictionary")).isEqualTo(Kind.OTHER_IMAGE);
		assertThat(kind(denoise, "sigma")).isEqualTo(Kind.NUMBER);
		assertThat(kind(denoise, "patchsize")).isEqualTo(Kind.WHOLE_NUMBER);
		assertThat(kind(denoise, "keepatoms")).isEqualTo(Kind.FLAG);
		assertThat(kind(denoise, "method")).isEqualTo(Kind.CHOICE);
		assertThat(denoise.needsImage()).isTrue();
		final CommandForm sample = commands.get(0);
		assertThat(sample.keys()).singleElement().satisfies(key -> assertThat(key.choices()).contains("Camera", "Cell"));
		assertThat(sample.image()).isEmpty();
		final CommandForm learn = commands.stream().filter(command -> command.label().equals("Learn Dictionary")).findFirst().orElseThrow();
		assertThat(kind(learn, "folder")).isEqualTo(Kind.FOLDER);
		assertThat(learn.needsImage()).isFalse();
	}

	private static Kind kind(final CommandForm command, final String name) {
		return command.keys().stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow().kind();
	}

	@Test
	void shortNamesLeadToOneCommandEach() {
		final Set<String> names = new HashSet<>(KeyOptions.shortNames(commands).values());
		assertThat(names).hasSameSizeAs(KeyOptions.shortNames(commands).values()).contains("learn", "learn-convolutional").doesNotContain("sparse");
	}

	@Test
	void theHelpListsEveryCommandInALine() {
		final ShellRun run = ShellRun.of();
		assertThat(run.exitCode()).isZero();
		assertThat(run.out().lines().filter(text -> text.matches("  denoise +\\S.*"))).hasSize(1);
		assertThat(ShellRun.of("--help").out()).isEqualTo(run.out());
		assertThat(ShellRun.of("--version").out()).startsWith("SparseJ ");
	}
}
