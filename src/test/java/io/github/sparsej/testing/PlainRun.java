package io.github.sparsej.testing;

import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import io.github.sparsej.imagej.bridge.Command_Runner;

/** One run of a command as plain ImageJ makes it from a macro line, on a thread of its own, so that it can be watched and stopped. */
public final class PlainRun {

	private final String label;
	private final Thread thread;
	private volatile Throwable thrown;
	private volatile String error;
	private volatile long ended;

	private PlainRun(final String label, final String options, final ImagePlus active) {
		this.label = label;
		final String target = HeadlessImageJ.menu().get(label);
		final String className = target.substring(target.indexOf('"') + 1, target.lastIndexOf('"'));
		thread = new Thread(() -> work(className, options, active), "Run$_" + label); // by this name ImageJ knows threads of macros
		thread.setDaemon(true);
	}

	/** @param active null for none */
	public static PlainRun start(final String label, final String options, final ImagePlus active) {
		final PlainRun run = new PlainRun(label, options, active);
		run.thread.start();
		return run;
	}

	private void work(final String className, final String options, final ImagePlus active) {
		try {
			WindowManager.setTempCurrentImage(active);
			Macro.setOptions(options);
			IJ.getErrorMessage(); // forgets what others said
			new Command_Runner().run(className);
			error = IJ.getErrorMessage();
		}
		catch (final Throwable e) {
			thrown = e;
		}
		finally {
			ended = System.nanoTime();
			Macro.setOptions(null);
			WindowManager.setTempCurrentImage(null);
		}
	}

	/** @return whether it has ended by now */
	public boolean await(final long milliseconds) {
		try {
			thread.join(Math.max(1, milliseconds));
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
		return !thread.isAlive();
	}

	/** Where it is now, line by line. */
	public String where() {
		final StringBuilder lines = new StringBuilder(label);
		for (final StackTraceElement line : thread.getStackTrace()) lines.append("\n\tat ").append(line);
		return lines.toString();
	}

	/** The last message it gave, of a run that has ended. */
	public Optional<String> error() {
		return Optional.ofNullable(error);
	}

	/** What nobody caught, of a run that has ended. */
	public Optional<Throwable> thrown() {
		return Optional.ofNullable(thrown);
	}

	/** When it ended, as {@link System#nanoTime} counts. */
	public long ended() {
		return ended;
	}
}
