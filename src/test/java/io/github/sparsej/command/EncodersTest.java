package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.testing.HeadlessImageJ;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every encoder by its name in a macro. */
class EncodersTest {

	private static final String SETTING = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n"
		+ "run('Learn Dictionary...', 'patchsize=6 atoms=36 patches=2000 initial=DCT iterations=0 curves=false'); selectImage('source');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ImagePlus encode(final String setting, final String options) {
		final String result = HeadlessImageJ.macro(setting + "selectImage('source'); run('Encode Image...', 'dictionary=source-atoms stride=5 output=Maps " + options + "'); return getTitle();");
		assertThat(result).isEqualTo("source-code");
		return WindowManager.getCurrentImage();
	}

	private static double[] coefficients(final ImagePlus maps) {
		final double[] all = new double[36 * maps.getWidth() * maps.getHeight()];
		for (int i = 0, k = 0; i < 36; i++) for (int p = 0; p < maps.getWidth() * maps.getHeight(); p++) all[k++] = maps.getStack().getProcessor(i + 1).getf(p);
		return all;
	}

	private static double share(final double[] values) {
		int nonzeros = 0;
		for (final double value : values) if (value != 0) nonzeros++;
		return (double) nonzeros / values.length;
	}

	@ParameterizedTest
	@EnumSource
	void everyEncoderEncodesAndIsReconstructed(final EncoderKind kind) {
		final double[] code = coefficients(encode(SETTING, "encoder=[" + kind.label() + "] nonzeros=6 lambda=3"));
		assertThat(share(code)).isBetween(0.001, 0.9);
		HeadlessImageJ.macro("run('Reconstruct Image...'); run('Compare with Reference...', 'reference=source');");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(28);
	}

	@ParameterizedTest
	@EnumSource
	void nonnegativeCoefficientsAreThatWhereTheKeyIsUsed(final EncoderKind kind) {
		final double[] code = coefficients(encode(SETTING, "encoder=[" + kind.label() + "] nonzeros=6 lambda=3 nonnegative=true"));
		if (kind == EncoderKind.ORDER_RECURSIVE_MATCHING_PURSUIT) assertThat(Arrays.stream(code).min().orElseThrow()).as("not used").isNegative();
		else assertThat(Arrays.stream(code).min().orElseThrow()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[Top k] | lambda=0 mixing=7 weights=lost iterations=0 tolerance=-1",
		"[Soft threshold] | nonzeros=0 mixing=0 weights=lost",
		"[Lasso LARS] | nonzeros=-3 iterations=0",
	})
	void keysOfOtherEncodersAreIgnoredWhateverTheySay(final String encoder, final String others) {
		final double[] usual = coefficients(encode(SETTING, "encoder=" + encoder));
		assertThat(coefficients(encode("", "encoder=" + encoder + " " + others))).containsExactly(usual);
	}

	@Test
	void weightsComeFromAnImageOfOnePixelPerAtom() {
		final String weights = SETTING + "newImage('weights', '32-bit black', 6, 6, 1); for (i = 0; i < 36; i++) setPixel(i % 6, floor(i / 6), 1 + 1000000 * (i % 2)); selectImage('source');\n";
		final double[] code = coefficients(encode(weights, "encoder=[Lasso coordinate descent] lambda=3 weights=weights"));
		final int positions = code.length / 36;
		for (int k = 0; k < code.length; k++) if (k / positions % 2 == 1) assertThat(code[k]).as("atom %d", k / positions).isZero();
		assertThat(share(code)).isPositive();
	}

	@Test
	void aPatchWithinTheToleranceTakesAnAtomOnlyIfAsked() {
		assertThat(share(coefficients(encode(SETTING, "encoder=[Orthogonal matching pursuit] tolerance=100000")))).isZero();
		assertThat(share(coefficients(encode("", "encoder=[Orthogonal matching pursuit] tolerance=100000 atleastone=true")))).isCloseTo(1.0 / 36, within(0.01));
	}

	@Test
	void lassoBothWaysIsTheSame() {
		final double[] descent = coefficients(encode(SETTING, "encoder=[Lasso coordinate descent] lambda=5")), path = coefficients(encode("", "encoder=[Lasso LARS] lambda=5"));
		assertThat(path).containsExactly(descent, within(0.01));
	}

	@Test
	void anotherNumberThanLearnedIsSaidInTheKeysOfTheUser() {
		final String log = HeadlessImageJ.log(() -> encode(SETTING, "nonzeros=3"));
		assertThat(log).contains("encoding by Matching pursuit with nonzeros=3 (as learned: ").doesNotContain("Options[");
	}
}
