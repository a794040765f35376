package io.github.sparsej.imagej;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.HeadlessImageJ;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

public class MacroModeTest {

	/** Called by a macro. */
	public static String seen() throws InterruptedException {
		final boolean[] elsewhere = new boolean[1];
		final Thread mouse = new Thread(() -> elsewhere[0] = MacroMode.isMacro(Thread.currentThread()), "Learn Dictionary...");
		mouse.start();
		mouse.join();
		return "macro=" + MacroMode.isMacro(Thread.currentThread()) + " mouse=" + elsewhere[0] + " nobody=" + MacroMode.isMacro(null);
	}

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	@Test
	void aCommandFromTheMenuIsNoMacroThoughOneRuns() {
		final String macro = "run('Open SparseJ Sample...'); return call('" + MacroModeTest.class.getName() + ".seen');";
		assertThat(HeadlessImageJ.macro(macro)).isEqualTo("macro=true mouse=false nobody=false");
		assertThat(MacroMode.isMacro(Thread.currentThread())).as("when it has ended").isFalse();
	}
}
