package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;

class SparseAutoencoderTest {

	private static final String SETTING = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[Sigmoid KL] | iterations=60 sparsity=0.05 | 20",
		"ReLU | iterations=800 eta=0.002 hidden=64 lambda=0.1 | 20",
	})
	void everyKindLearnsEncodesAndReconstructs(final String kind, final String options, final double least) {
		HeadlessImageJ.image(SETTING + "run('Sparse Autoencoder...', 'kind=" + kind + " patches=3000 " + options + "');");
		final ImagePlus atoms = WindowManager.getCurrentImage();
		assertThat(atoms.getTitle()).isEqualTo("source-atoms");
		final SparseModel model = AtomStacks.read(atoms);
		assertThat(WindowManager.getImage("source-encoder").getStackSize()).isEqualTo(atoms.getStackSize()).isEqualTo(model.dictionary().atomCount());
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'stride=4'); run('Reconstruct Image...'); run('Compare with Reference...', 'reference=source');");
		final ResultsTable table = ResultsTable.getResultsTable();
		for (int i = 0; i < table.size(); i++) System.out.println(table.getRowAsString(i));
		System.out.println(table.getColumnHeadings());
		System.out.println(String.join(", ", WindowManager.getImageTitles()));
		assertThat(table.getValue("PSNR (dB)", 1)).isGreaterThan(least);
	}
}
