package io.github.sparsej.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** One run of the command line in this JVM: its exit code, and what it wrote to the standard and the error output. */
record ShellRun(int exitCode, String out, String err) {

	static ShellRun of(final String... arguments) {
		return of(false, () -> false, arguments);
	}

	static ShellRun of(final boolean terminal, final BooleanSupplier stop, final String... arguments) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream(), err = new ByteArrayOutputStream();
		final int code = new Shell(stream(out), stream(err), terminal, stop).run(arguments);
		return new ShellRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static PrintStream stream(final ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}
}
