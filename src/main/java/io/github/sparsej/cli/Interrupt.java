package io.github.sparsej.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C as a wish to stop: Java is to end, and waits until what there is has been written. The exit code is then Java's own for it, 130. */
final class Interrupt implements AutoCloseable {

	private final CountDownLatch done = new CountDownLatch(1);
	private final Thread hook = new Thread(this::waitForTheEnd, "wait for results");
	private volatile boolean asked;

	/** Listens from now on. */
	Interrupt() {
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** Whether the user wants the work to end. */
	boolean asked() {
		return asked;
	}

	private void waitForTheEnd() {
		asked = true;
		try {
			done.await();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt(); // then Java ends now
		}
	}

	/** To be closed when all is written. */
	@Override
	public void close() {
		done.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException ending) {
			return; // Java ends already, and is free to now
		}
	}
}
