package io.github.sparsej.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.github.sparsej.imagej.bridge.CommandForm;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * All commands of SparseJ as commands of a shell, made from their SciJava parameters. Results (names of files, rows) go to
 * the standard output, everything else to the error output. In-process use: one at a time, for ImageJ's Log is led to the
 * error output meanwhile.
 */
final class Shell {

	/** All was done. */
	static final int DONE = 0;
	/** A message says what failed. */
	static final int FAILED = 1;
	/** The arguments are not understood. */
	static final int WRONG_USAGE = 2;
	/** The user stopped it; what there was has been written. */
	static final int STOPPED = 130;

	static final String NAME = "sparsej";
	private static final int HELP_WIDTH = 100;
	/** Width of the names in the list of commands. */
	private static final int LIST_NAMES = 32;

	private final PrintStream out;
	private final PrintStream err;
	private final boolean terminal;
	private final BooleanSupplier stop;

	/**
	 * @param terminal whether a user looks on
	 * @param stop     whether the user wants the work to end
	 */
	Shell(final PrintStream out, final PrintStream err, final boolean terminal, final BooleanSupplier stop) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
		this.stop = stop;
	}

	/** @return the exit code */
	int run(final String... arguments) {
		final CommandLine line = commandLine();
		if (arguments.length == 0) {
			line.usage(line.getOut());
			return DONE;
		}
		return line.execute(arguments);
	}

	/** Whether a command has this name. */
	static boolean knows(final String word) {
		return new Shell(System.out, System.err, false, () -> false).commandLine().getSubcommands().containsKey(word);
	}

	CommandLine commandLine() {
		final CommandSpec root = CommandSpec.create().name(NAME).version("SparseJ " + version());
		root.usageMessage().header("Sparse coding and dictionary learning for images, without windows.%n").customSynopsis("java -jar SparseJ_-VERSION-all.jar COMMAND [FILE...] [OPTIONS]", "java -jar SparseJ_-VERSION-all.jar COMMAND --help")
			.footer("%nBesides: 'imagej' opens ImageJ with these commands in its menu; 'demo [FILE]' learns, encodes and reconstructs one image.")
			.commandListHeading("%nCommands:%n").width(HELP_WIDTH);
		root.mixinStandardHelpOptions(true);
		final List<CommandForm> commands = CommandForm.all();
		final Map<CommandForm, String> shortNames = KeyOptions.shortNames(commands);
		for (final CommandForm command : commands) root.addSubcommand(KeyOptions.name(command), subcommand(command, shortNames.get(command)));
		final CommandLine line = new CommandLine(root);
		line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(help, commands, shortNames));
		return line.setExpandAtFiles(false).setOut(writer(out)).setErr(writer(err)).setParameterExceptionHandler((problem, arguments) -> wrongUsage(problem));
	}

	/** One line a command: the shorter of its names, and what it does. */
	private static String list(final Help help, final List<CommandForm> commands, final Map<CommandForm, String> shortNames) {
		final TextTable table = TextTable.forColumns(help.colorScheme(), new Column(LIST_NAMES, 2, Column.Overflow.SPAN), new Column(HELP_WIDTH - LIST_NAMES, 2, Column.Overflow.WRAP));
		for (final CommandForm command : commands) table.addRowValues(shortNames.getOrDefault(command, KeyOptions.name(command)), command.description());
		return table.toString();
	}

	private CommandSpec subcommand(final CommandForm command, final String shortName) {
		final ShellCommand run = new ShellCommand(command, out, err, terminal, stop);
		final CommandSpec spec = CommandSpec.wrapWithoutInspection(run);
		if (shortName != null) spec.aliases(shortName);
		spec.usageMessage().description(KeyOptions.literal(command.description())).sortOptions(false).abbreviateSynopsis(true).optionListHeading("%nKeys:%n").width(HELP_WIDTH);
		command.image().ifPresent(image -> spec.addPositional(KeyOptions.image(command, image)));
		command.keys().stream().filter(key -> !command.image().equals(Optional.of(key))).forEach(key -> spec.addOption(KeyOptions.option(key)));
		spec.addArgGroup(GeneralOptions.group());
		run.setSpec(spec);
		return spec;
	}

	private static PrintWriter writer(final PrintStream stream) {
		return new PrintWriter(stream, true, StandardCharsets.UTF_8);
	}

	private static String version() {
		final String version = Shell.class.getPackage().getImplementationVersion();
		return version == null ? "(not from a jar)" : version;
	}

	private static int wrongUsage(final ParameterException problem) {
		final CommandLine line = problem.getCommandLine();
		line.getErr().println(problem.getMessage());
		UnmatchedArgumentException.printSuggestions(problem, line.getErr());
		line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
		return WRONG_USAGE;
	}
}
