package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2 inlines hot methods up to 325 bytecodes (FreqInlineSize), and a kernel that is inlined loses its vector code. */
class KernelSizeTest {

	private static final int FREQ_INLINE_SIZE = 325;

	@ParameterizedTest
	@ValueSource(classes = { FloatTiles3x3.class, FloatTiles4x2.class, DoubleTiles.class })
	void kernelIsTooLargeToBeInlined(final Class<?> tiles) {
		assertTooLargeToBeInlined(tiles, "kernel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "foldMagnitudes", "foldValues" })
	void foldsAreTooLargeToBeInlined(final String method) {
		assertTooLargeToBeInlined(LargestValue.class, method);
	}

	private static void assertTooLargeToBeInlined(final Class<?> owner, final String method) {
		final StringWriter code = new StringWriter();
		final Optional<ToolProvider> javap = ToolProvider.findFirst("javap");
		Assumptions.assumeTrue(javap.isPresent(), "this Java has no javap");
		javap.get().run(new PrintWriter(code), new PrintWriter(code), "-c", "-p", "-cp", System.getProperty("java.class.path"), owner.getName());
		final Matcher lastReturn = Pattern.compile("static void " + method + "\\(.*?\\n\\s+(\\d+): return\\n\\n?", Pattern.DOTALL).matcher(code.toString());
		assertThat(lastReturn.find()).as(code.toString()).isTrue();
		assertThat(Integer.parseInt(lastReturn.group(1)) + 1).isGreaterThan(FREQ_INLINE_SIZE);
	}
}
