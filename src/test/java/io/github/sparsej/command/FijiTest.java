package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.sparsej.testing.FijiLikeRun;
import io.github.sparsej.testing.HeadlessImageJ;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as Fiji runs them from macros: no dialog, the same results as in plain ImageJ. */
class FijiTest {

	private static final String SOURCE = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static String fiji(final Class<?> command, final String options) {
		return "call('" + FijiLikeRun.class.getName() + ".run', '" + command.getName() + "', '" + options + "');";
	}

	@Test
	void keysLeftOutTakeTheirDefaultsAndOpenNoDialog() {
		assertThat(HeadlessImageJ.macro("return " + fiji(OpenSample.class, ""))).isEqualTo("camera.png");
		assertThat(HeadlessImageJ.macro("return " + fiji(WhitenImage.class, ""))).isEqualTo("camera-whitened");
	}

	@ParameterizedTest
	@ValueSource(classes = { WhitenImage.class, SamplePatches.class, LearnDictionary.class, CompareHomeostasis.class, ScanParameter.class, EncodeImage.class, ReconstructImage.class, CompareWithReference.class, ShowResiduals.class, DictionaryMosaic.class, MeasureDictionary.class, SaveDictionary.class })
	void aMissingImageIsAMessageAndNoDialog(final Class<?> command) {
		assertThat(HeadlessImageJ.macro("return " + fiji(command, ""))).isEqualTo("[error] There is no image open.");
	}

	@Test
	void theSameLineGivesTheSameBitsAsInPlainImageJ() {
		final String options = "patchsize=6 atoms=20 patches=1000 nonzeros=3 iterations=5 whitening=[Olshausen-Field] curves=false";
		HeadlessImageJ.macro(SOURCE + "run('Learn Dictionary...', '" + options + "'); rename('plain');");
		assertThat(HeadlessImageJ.macro("selectImage('source'); return " + fiji(LearnDictionary.class, options))).isEqualTo("source-atoms");
		final ImagePlus plain = WindowManager.getImage("plain"), inFiji = WindowManager.getImage("source-atoms");
		assertThat(inFiji.getProperty("Info")).isEqualTo(plain.getProperty("Info"));
		for (int i = 1; i <= 20; i++) assertThat((float[]) inFiji.getStack().getPixels(i)).isEqualTo(plain.getStack().getPixels(i));
	}

	@Test
	void whatFijiTurnsIntoNothingIsRefusedByName() {
		assertThat(HeadlessImageJ.macro(SOURCE + "return " + fiji(SamplePatches.class, "patches=2.0"))).startsWith("[error] patches=");
		assertThat(HeadlessImageJ.macro(SOURCE + "return " + fiji(WhitenImage.class, "cutoff=much"))).startsWith("[error] cutoff=");
		assertThat(HeadlessImageJ.macro(SOURCE + "return " + fiji(EncodeImage.class, "dictionary=lost"))).startsWith("[error] dictionary=[lost]");
	}
}
