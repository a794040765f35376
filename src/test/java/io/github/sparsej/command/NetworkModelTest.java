package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.PatchCentering;

/** What all commands make of the model of an auto-encoder: here one that gives every patch back, by large biases that belong to it. */
class NetworkModelTest {

	private static final String SETTING = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";
	private static final int SIDE = 4, LENGTH = SIDE * SIDE;
	private static final double SHIFT = 300;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	/** z = max(0, x + 300 in each pixel), x^ = 2 z / 2 - 300: without the biases, nothing like the patch. */
	private static ImagePlus showModel() {
		final double[][] in = new double[LENGTH][LENGTH], out = new double[LENGTH][LENGTH];
		final double[] shift = new double[LENGTH], back = new double[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			in[i][i] = 0.5;
			out[i][i] = 2;
			shift[i] = SHIFT;
			back[i] = -2 * SHIFT;
		}
		final FeedForwardModel network = FeedForwardModel.of(new FeedForward(in, shift, Activation.RELU, out, back, Activation.LINEAR), PatchShape.square(SIDE)).withEnergy(new EnergyWeights(1e4, 1e-6));
		final SparseModel model = new SparseModel(NoFilter.INSTANCE, PatchCentering.INSTANCE, network.dictionary(), network.settings(), HomeostasisState.neutral(HomeostasisState.NONE, LENGTH), new Provenance("unknown", Map.of(), 0, "source", List.of(), true));
		final ImagePlus atoms = AtomStacks.toImage("net-atoms", model, new Calibration());
		atoms.show();
		return atoms;
	}

	private static ImagePlus encode(final String options) {
		return HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'dictionary=net-atoms stride=3 " + options + "');");
	}

	private static double psnr(final String before) {
		HeadlessImageJ.image(before + "run('Reconstruct Image...'); run('Compare with Reference...', 'reference=source');");
		final ResultsTable results = ResultsTable.getResultsTable();
		return results.getValue("PSNR (dB)", results.size() - 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "encoder=[Feed-forward]", "encoder=[Feed-forward] output=Maps", "encoder=[Orthogonal matching pursuit] nonzeros=16", "encoder=[Top k] nonzeros=16 output=Maps" })
	void everyCodeIsDecodedAsItWasMade(final String options, @TempDir final Path folder) {
		HeadlessImageJ.image(SETTING);
		showModel();
		encode(options);
		assertThat(psnr("")).isGreaterThan(60);
		HeadlessImageJ.image("selectImage('source-code'); saveAs('Tiff', '" + folder.resolve("code.tif") + "'); close(); selectImage('net-atoms'); run('Save Dictionary...', 'path=" + folder.resolve("atoms.tif") + "'); close('net-atoms');"
			+ "open('" + folder.resolve("atoms.tif") + "'); rename('again'); open('" + folder.resolve("code.tif") + "');");
		assertThat(psnr("")).isGreaterThan(60);
	}

	/** The energy knows of no biases: its codes are sums of atoms. */
	@Test
	void theExactCodeOfAnEnergyIsMadeWhereTheModelHasOne() {
		HeadlessImageJ.image(SETTING);
		showModel();
		final ImagePlus code = encode("encoder=Energy output=Maps");
		assertThat(code.getStackSize()).isEqualTo(LENGTH + 1);
		assertThat(psnr("")).isGreaterThan(60);
	}

	@Test
	void aNetworksCodeNeedsItsNetwork() {
		HeadlessImageJ.image(SETTING);
		final ImagePlus plain = new ImagePlus("plain", showModel().getStack().duplicate());
		encode("");
		plain.show();
		assertThat(HeadlessImageJ.macro("selectImage('source-code'); run('Reconstruct Image...', 'dictionary=plain');")).contains("made by a network").contains("use the dictionary it was made with");
		assertThat(HeadlessImageJ.macro("selectImage('source'); run('Encode Image...', 'dictionary=plain encoder=[Feed-forward]');")).contains("encoder=[Feed-forward]").contains("no auto-encoder");
	}

	@Test
	void keysThatANetworkDoesNotHaveAreToldInTheLog() {
		HeadlessImageJ.image(SETTING);
		showModel();
		assertThat(HeadlessImageJ.log(() -> encode("nonzeros=3 lambda=0.1"))).contains("key nonzeros is not used by Feed-forward").doesNotContain("key lambda");
	}

	@Test
	void residualsAreWhatTheNetworkLeaves() {
		HeadlessImageJ.image(SETTING);
		showModel();
		HeadlessImageJ.image("selectImage('source'); run('Show Residuals...', 'dictionary=net-atoms patches=20');");
		assertThat(ResultsTable.getResultsTable().getValue("Residual (share of l2 norm)", 0)).isLessThan(1e-3);
	}

	@Test
	void commandsThatDescribePatchesBySumsOfAtomsTakeItsAtoms() {
		HeadlessImageJ.image(SETTING);
		showModel();
		HeadlessImageJ.image("selectImage('source'); run('Compare Encoders...', 'dictionary=net-atoms encoders=[Top k,Lasso LARS] from=2 to=8 points=2 patches=50');");
		assertThat(ResultsTable.getResultsTable().size()).isEqualTo(4);
		HeadlessImageJ.image("selectImage('net-atoms'); run('Dictionary Statistics...', 'image=source plots=All');");
		HeadlessImageJ.image("selectImage('source'); run('Sparse Denoise...', 'method=Dictionary dictionary=net-atoms sigma=5');");
		HeadlessImageJ.image("selectImage('source'); makeRectangle(20, 20, 3, 3); run('Inpaint Image...', 'dictionary=net-atoms patchsize=4 stride=2');");
		WindowManager.getImage("source").deleteRoi();
		HeadlessImageJ.image("selectImage('source'); run('Learn Dictionary...', 'start=net-atoms patches=100 iterations=2 curves=false'); if (nSlices != 16) exit('no atoms');");
		assertThat(HeadlessImageJ.macro("selectImage('source'); run('Compare Encoders...', 'dictionary=net-atoms encoders=[Feed-forward]');")).contains("encoders=[Feed-forward]").contains("number of nonzeros");
	}
}
