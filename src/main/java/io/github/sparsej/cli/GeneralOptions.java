package io.github.sparsej.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has on the command line, besides its keys. */
final class GeneralOptions {

	static final String OUT = "-o", TABLE = "--table", FORCE = "--force", THREADS = "--threads", QUIET = "--quiet", PROGRESS = "--progress";

	private GeneralOptions() {}

	/** The options under a heading of their own. */
	static ArgGroupSpec group() {
		final ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).multiplicity("0..1").validate(false).heading("%nFiles and progress:%n");
		options().forEach(group::addArg);
		return group.build();
	}

	private static List<OptionSpec> options() {
		return List.of(
			OptionSpec.builder(OUT, "--out").paramLabel("FILE|FOLDER").type(Path.class).description("The result as .tif or .png (8 bits, as it looks); further results and plots go beside it by their titles. Or a folder for all. Default: the working folder").build(),
			OptionSpec.builder(TABLE).paramLabel("FILE").type(Path.class).description("Rows of results as comma separated values, instead of printing them").build(),
			OptionSpec.builder(FORCE).type(boolean.class).arity("0").description("Replaces files that are there already, but never one that is read").build(),
			OptionSpec.builder(THREADS).paramLabel("N").type(Integer.class).description("How many to use. Default: all processors").build(),
			OptionSpec.builder("-q", QUIET).type(boolean.class).arity("0").description("No progress, as when the output is not a terminal").build(),
			OptionSpec.builder(PROGRESS).type(boolean.class).arity("0").description("Progress as lines, also when the output is not a terminal").build(),
			OptionSpec.builder("-h", "--help").type(boolean.class).arity("0").usageHelp(true).description("This text").build());
	}
}
