package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.testing.HeadlessImageJ;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenSampleTest {

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	static String[] names() {
		return Samples.names();
	}

	@ParameterizedTest
	@MethodSource("names")
	void everySampleOpensAs8BitImage(final String name) {
		final String seen = HeadlessImageJ.macro("run('Open SparseJ Sample...', 'name=" + name + "'); return getTitle() + ' ' + bitDepth();");
		assertThat(seen).isEqualTo(name.toLowerCase() + ".png 8");
	}

	@ParameterizedTest
	@MethodSource("names")
	void everySampleIsAmongThoseOfImageJ(final String name) {
		assertThat(HeadlessImageJ.macro("run('SparseJ " + name + "'); return getTitle();")).isEqualTo(name.toLowerCase() + ".png");
	}

	@Test
	void aKeyLeftOutTakesItsDefault() {
		assertThat(HeadlessImageJ.macro("run('Open SparseJ Sample...'); return getTitle();")).isEqualTo("camera.png");
	}

	@Test
	void anUnknownNameAbortsTheMacro() {
		assertThat(HeadlessImageJ.macro("run('Open SparseJ Sample...', 'name=Lena'); return 'went on';")).startsWith("[error] name=[Lena]: there is no such sample; there are [Camera, Astronaut");
	}
}
