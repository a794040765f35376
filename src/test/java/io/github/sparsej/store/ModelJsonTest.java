package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonObject;

import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.convolve.readout.SoftmaxReadout;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.convolve.window.BorderTaper;
import io.github.sparsej.convolve.window.PublishedBorderWindow;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.SufficientStatistics;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.FilterChain;
import io.github.sparsej.whiten.LocalContrastNormalization;
import io.github.sparsej.whiten.LocalMeanRemoval;
import io.github.sparsej.whiten.Mirror;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PcaWhitening;
import io.github.sparsej.whiten.RangeNormalization;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.ShlFilter;
import io.github.sparsej.whiten.Standardization;
import io.github.sparsej.whiten.WhiteningChain;
import io.github.sparsej.whiten.ZcaFilter;
import io.github.sparsej.whiten.ZcaWhitening;

class ModelJsonTest {

	static final PatchShape SHAPE = new PatchShape(2, 2, 1, 1);
	static final Dictionary ATOMS = Dictionary.normalized(SHAPE, 3, new float[] { 1, 2, 3, 4, -1, 0.1f, 0, 1, 0, 0, 0, -5 });
	private static final Signals PATCHES = Signals.of(5, 4, new float[] { 1, 2, 0, 4, -3, 1, 1, 1, 0, 7, 2, 2, 1, 5, 5, -6, 1, 0, 0, 3 });

	private static final HomeostasisState HOMEOSTASIS = new HomeostasisState("HAP", new double[] { 0.1, 0, 1.0 / 3 }, new double[] { 1.5, 0, Math.PI },
		new QuantileFunctions(3, 3, 0.1 + 0.2, new double[] { 0, 1.0 / 3, 1, 0, 0, 1, 0.1, 0.1 + 0.2, 0.7 }), false);

	private static final SufficientStatistics STATISTICS = SufficientStatistics.of(3, 4, 0.1 + 0.2, 1L << 40, new double[] { 2, -1, 3, 1.0 / 3, 0, 1 }, new double[] { 1, 2, 3, 4, -5, 6, 7, 8, 9, 1e-300, Math.PI, -0.0 });

	static SparseModel model(final ImageFilter filter, final Whitening whitening, final EncoderSettings encoder) {
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("z", "first \"quoted\" <µm>");
		settings.put("a", "second");
		return new SparseModel(filter, whitening, ATOMS, encoder, HOMEOSTASIS, STATISTICS,
			new Provenance("Sparse Hebbian learning", settings, Long.MIN_VALUE + 1, "Zelle.tif", List.of(new LearningCurve("relative residual", List.of(1, 5, 9), List.of(0.9, 0.1 + 0.2, 1e-300))), false));
	}

	static SparseModel model() {
		return model(new ShlFilter(ShlFilter.STANDARD_WHITENING, 2), ZcaWhitening.fit(PATCHES, Centering.PATCH, 0.01), new OmpOptions(2, 0.1));
	}

	static List<SparseModel> everyKind() {
		final float[] pixels = { 1, 2, 5, 3, 8, 1, 0, 2, 2 };
		final EncoderSettings signed = new MatchingPursuitOptions(3, 1e-3, Selection.SIGNED);
		return List.of(model(),
			model(NoFilter.INSTANCE, NoWhitening.INSTANCE, new MatchingPursuitOptions(7, 0, Selection.RECTIFIED)),
			model(new OlshausenField(0.3, 1.2, 5), PatchCentering.INSTANCE, signed),
			model(ZcaFilter.fit(pixels, 3, 3, 2, 0.1), PcaWhitening.fit(PATCHES, Centering.FEATURE, 0.5), signed),
			model(NoFilter.INSTANCE, new ScalarCentering(0.1 + 0.2), signed),
			model(NoFilter.INSTANCE, RangeNormalization.fit(PATCHES), signed),
			model(NoFilter.INSTANCE, Standardization.fit(PATCHES), signed),
			model(NoFilter.INSTANCE, new DiskMask(SHAPE), signed),
			model(NoFilter.INSTANCE, new WhiteningChain(ZcaWhitening.fit(PATCHES, Centering.FEATURE, 0.5), new DiskMask(SHAPE)), signed),
			model(new LocalContrastNormalization(1.5, 7), ZcaWhitening.fit(PATCHES, Centering.FEATURE, 0.5), signed),
			model(new LocalContrastNormalization(1.5, 7, Mirror.ONCE), NoWhitening.INSTANCE, signed),
			model(new LocalMeanRemoval(5), NoWhitening.INSTANCE, signed),
			model(new BorderTaper(3, 0.1 + 0.2), NoWhitening.INSTANCE, new ConvolutionalSettings(new ConvolutionalPursuitOptions(3, 0.1, 0.2, true, 0.9, MaskTreatment.EXACT), AtomMask.STANDARD, Rectification.BOTH, new Pooling(Pooling.Kind.SUM, 2), List.of(), Optional.empty())),
			model(new FilterChain(List.of(new LocalMeanRemoval(5), new PublishedBorderWindow(0.25, 2))), NoWhitening.INSTANCE, new ConvolutionalSettings(new ConvolutionalPursuitOptions(9), AtomMask.NONE, Rectification.MODULUS, Pooling.NONE, List.of(), Optional.empty())),
			model(NoFilter.INSTANCE, PatchCentering.INSTANCE, NETWORK), model(NoFilter.INSTANCE, PatchCentering.INSTANCE, NETWORK.withEnergy(new EnergyWeights(0.1 + 0.2, 1e-300))));
	}

	private static final Layer SECOND = new Layer(Dictionary.normalized(new PatchShape(1, 2, 1, 6), 2, new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 0.1f, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -2 }), new ConvolutionalPursuitOptions(4),
		new AtomMask(AtomMask.Kind.DISC, 1), new HomeostasisState("placed", new double[] { 0.1, 1.0 / 3 }, new double[] { 1, Math.PI }), Rectification.POSITIVE, new Pooling(Pooling.Kind.MAX, 3));
	private static final SoftmaxReadout READOUT = new SoftmaxReadout(List.of("one \"quoted\"", "two"), 2, 0.1 + 0.2, new double[] { 1, 2, 3, 1.0 / 3, -0.0, 1e-300 });
	static final SparseModel LAYERS = model(NoFilter.INSTANCE, NoWhitening.INSTANCE, new ConvolutionalSettings(new ConvolutionalPursuitOptions(3), AtomMask.STANDARD, Rectification.BOTH, new Pooling(Pooling.Kind.SUM, 2), List.of(SECOND), Optional.of(READOUT)));

	@Test
	void layersAndAReadoutAreReadBackBitByBit() throws ModelFormatException {
		final String json = ModelJson.write(LAYERS);
		final SparseModel read = ModelJson.read(json, ATOMS).model();
		assertThat(ModelJson.write(read)).isEqualTo(json);
		final ConvolutionalNetwork network = ((ConvolutionalSettings) read.encoder()).network(read);
		final Layer second = network.layers().get(1);
		assertThat(network.layers().get(0).dictionary().toArray()).containsExactly(ATOMS.toArray());
		assertThat(second.dictionary().toArray()).containsExactly(SECOND.dictionary().toArray());
		assertThat(List.of(second.dictionary().shape(), second.pursuit(), second.mask(), second.rectification(), second.pooling())).isEqualTo(List.of(SECOND.dictionary().shape(), SECOND.pursuit(), SECOND.mask(), SECOND.rectification(), SECOND.pooling()));
		assertThat(second.homeostasis().gains()).containsExactly(1, Math.PI);
		assertThat(network.readout().orElseThrow().weights()).containsExactly(READOUT.weights());
		assertThat(network.readout().orElseThrow().classes()).isEqualTo(READOUT.classes());
		assertThat(ModelJson.writeEncoder(ConvolutionalSettings.model(network).encoder())).isEqualTo(ModelJson.writeEncoder(LAYERS.encoder()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"rectification\": \"BOTH\" | \"rectification\": \"MODULUS\" | encoder is not valid: layer 2 has atoms of 6 channels, but layer 1 makes 3 of 3 atoms",
		"\"rectification\": \"BOTH\" | \"rectification\": \"NEITHER\" | encoder.rectification is \"NEITHER\": expected one of [MODULUS, POSITIVE, BOTH]",
		"\"maxCount\": 4 | \"maxCount\": 0 | encoder.layers[0].pursuit is not valid: maxCount must be at least 1, got 0",
		"\"kind\": \"DISC\" | \"kind\": \"SQUARE\" | encoder.layers[0].mask.kind is \"SQUARE\"",
		"\"atoms\": 2, | \"atoms\": 1, | encoder.layers[0].values is",
		"\"features\": 2 | \"features\": 3 | encoder.readout.weights is",
		"\"two\" | 2 | encoder.readout.classes is",
		"\"two\" | {} | encoder.readout.classes is",
		"\"classes\": [ | \"classes\": 7, \"before\": [ | encoder.readout.classes is 7: expected a list of texts",
		"\"classes\": | \"kinds\": | encoder.readout.classes is missing: expected a list of texts",
		"\"layers\": [ | \"layers\": {}, \"before\": [ | encoder.layers is {}: expected a list of objects",
		"\"layers\": [ | \"layers\": [7, | encoder.layers is",
		"\"pooling\": { | \"pool\": { | encoder.layers[0].pooling is missing" })
	void whatIsWrongInLayersIsNamed(final String before, final String after, final String message) {
		final String json = ModelJson.write(LAYERS);
		assertThat(json).contains(before);
		assertThatThrownBy(() -> ModelJson.read(json.replace(before, after), ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
	}

	static final FeedForwardSettings NETWORK = new FeedForwardSettings(new float[] { 0.1f, 2, 3, 4, 5, 1e-38f, -7, 8, 9, 10, 11, -0f }, new double[] { 0.1, -1.0 / 3, 2 }, Activation.RELU, new double[] { 0, 0.1 + 0.2, 3 },
		new double[] { 1, 1e-300, -0.0, Math.PI }, Activation.LOGISTIC);

	@Test
	void aNetworkOfOtherAtomsIsRefusedNamingBoth() {
		final FeedForwardSettings other = new FeedForwardSettings(new float[8], new double[2], Activation.LINEAR, new double[2], new double[4], Activation.LINEAR);
		final String json = ModelJson.write(model(NoFilter.INSTANCE, NoWhitening.INSTANCE, other));
		assertThatThrownBy(() -> ModelJson.read(json, ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining("encoder is not valid: a network of 2 units").hasMessageContaining("3 atoms");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"hidden\": \"RELU\" | \"hidden\": \"SINE\" | encoder.hidden is \"SINE\": expected one of [LINEAR, RELU, LOGISTIC]",
		"\"atomNorms\": \" | \"atomNorms\": \"AAAAAAAA8L8 | encoder.atomNorms",
		"\"weights\": \" | \"weights\": \"AAAA | encoder.weights",
		"\"weights\": \" | \"weights\": \"AA | encoder.weights",
		"\"weights\": \" | \"weights\": \"AADAfwAAwH8AAMB/ | encoder.weights is \"AADAfwAAwH8AAMB/zczMPQAAAEAAAEBAAACAQAA...: expected finite numbers in base64, not NaN",
		"\"dataLambda\": 0.5 | \"dataLambda\": -1 | encoder.energy is not valid: dataLambda must be finite and above 0, got -1.0",
		"\"energy\": { | \"energy\": 7, \"before\": { | encoder.energy is 7: expected an object",
		"\"bias\": | \"biases\": | encoder.bias is missing" })
	void whatIsWrongInANetworkIsNamed(final String before, final String after, final String message) {
		final String json = ModelJson.write(model(NoFilter.INSTANCE, NoWhitening.INSTANCE, NETWORK.withEnergy(new EnergyWeights(0.5, 2))));
		assertThat(json).contains(before);
		assertThatThrownBy(() -> ModelJson.read(json.replace(before, after), ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
	}

	@ParameterizedTest
	@EnumSource
	void theOptionsOfEveryEncoderAreReadBack(final EncoderKind kind) throws ModelFormatException {
		final EncoderParameters odd = new EncoderParameters(3, 0.1 + 0.2, true, Penalty.elasticNet(1e-300, 0.1 + 0.2).weighted(1, 0.1 + 0.2), true, 77);
		for (final EncoderParameters parameters : List.of(EncoderParameters.DEFAULT, odd)) {
			final SparseModel model = model(NoFilter.INSTANCE, NoWhitening.INSTANCE, kind.options(parameters));
			assertThat(ModelJson.read(ModelJson.write(model), ATOMS).model().encoder()).isEqualTo(model.encoder());
		}
	}

	private static HomeostasisState readBack(final HomeostasisState state) throws ModelFormatException {
		final SparseModel m = model();
		return ModelJson.read(ModelJson.write(new SparseModel(m.filter(), m.whitening(), ATOMS, m.encoder(), state, m.provenance())), ATOMS).model().homeostasis();
	}

	@Test
	void quantileFunctionsAreReadBackBitByBit() throws ModelFormatException {
		final QuantileFunctions quantiles = HOMEOSTASIS.quantiles().orElseThrow();
		for (final boolean selects : new boolean[] { false, true }) {
			final HomeostasisState read = readBack(new HomeostasisState("HEH", HOMEOSTASIS.activity(), HOMEOSTASIS.gains(), quantiles, selects));
			assertThat(read.selectsByQuantiles()).isEqualTo(selects);
			assertThat(read.quantiles().orElseThrow().toArray()).isEqualTo(quantiles.toArray());
			assertThat(read.quantiles().orElseThrow().size()).isEqualTo(3);
			assertThat(read.quantiles().orElseThrow().scale()).isEqualTo(quantiles.scale());
		}
		assertThat(readBack(HomeostasisState.neutral("None", 3)).quantiles()).isEmpty();
	}

	@Test
	void statisticsAreReadBackBitByBit() throws ModelFormatException {
		final SufficientStatistics read = ModelJson.read(ModelJson.write(model()), ATOMS).model().statistics();
		assertThat(read.weight()).isEqualTo(0.1 + 0.2);
		assertThat(read.batches()).isEqualTo(1L << 40);
		assertThat(read.codeProducts()).containsExactly(STATISTICS.codeProducts());
		assertThat(read.signalProducts()).containsExactly(STATISTICS.signalProducts());
	}

	@Test
	void ofNoSignalsThereIsNothingToWrite() throws ModelFormatException {
		final SparseModel m = model(), without = new SparseModel(m.filter(), m.whitening(), ATOMS, m.encoder(), m.homeostasis(), m.provenance());
		assertThat(ModelJson.write(without)).doesNotContain("statistics").doesNotContain("codeProducts");
		final SparseModel read = ModelJson.read(ModelJson.write(without), ATOMS).model();
		assertThat(read.statistics().isEmpty()).isTrue();
		assertThat(read.statistics().atomCount()).isEqualTo(3);
		assertThat(read.statistics().signalLength()).isEqualTo(4);
	}

	/** A text as it was written before quantile functions, relaxation and statistics. */
	@Test
	void filesOfBeforeAreRead() throws ModelFormatException {
		final SparseModel model = model(NoFilter.INSTANCE, NoWhitening.INSTANCE, new MatchingPursuitOptions(7, 0, Selection.RECTIFIED));
		final String json = ModelJson.write(model).replaceAll(",\\s*\"quantiles\": \\{[^}]*\\},\\s*\"selectsByQuantiles\": false", "").replaceAll(",\\s*\"relaxation\": 1.0", "")
			.replaceAll(",\\s*\"statistics\": \\{[^}]*\\}", "");
		assertThat(json).doesNotContain("uantiles").doesNotContain("relaxation").doesNotContain("statistics");
		final SparseModel read = ModelJson.read(json, ATOMS).model();
		assertThat(read.encoder()).isEqualTo(model.encoder());
		assertThat(read.homeostasis().gains()).isEqualTo(model.homeostasis().gains());
		assertThat(read.homeostasis().quantiles()).isEmpty();
		assertThat(read.statistics().isEmpty()).isTrue();
		assertThat(ModelJson.read(ModelJson.write(model(NoFilter.INSTANCE, NoWhitening.INSTANCE, new MatchingPursuitOptions(7, 0, Selection.SIGNED).withRelaxation(0.1 + 0.2))), ATOMS).model().encoder())
			.isEqualTo(new MatchingPursuitOptions(7, 0, Selection.SIGNED, false, 0.1 + 0.2));
	}

	/** Files had no mirror before there were two: what they mean is the first. */
	@Test
	void aFilterOfBeforeHasItsBorderPixelsRepeated() throws ModelFormatException {
		final SparseModel model = model(new LocalContrastNormalization(1.5, 7), NoWhitening.INSTANCE, new OmpOptions(2, 0.1));
		final String json = ModelJson.write(model).replaceAll(",\\s*\"mirror\": \"REPEATED\"", "");
		assertThat(json).doesNotContain("mirror");
		assertThat(ModelJson.read(json, ATOMS).model().filter()).isEqualTo(model.filter());
	}

	@Test
	void nothingFollowsAModel() {
		final String json = ModelJson.write(model());
		for (final String more : new String[] { "{}", "]", "x", json }) assertThatThrownBy(() -> ModelJson.read(json + more, ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining("the model's text is damaged");
		assertThatCode(() -> ModelJson.read(json + "\n \t", ATOMS)).doesNotThrowAnyException();
	}

	@Test
	void aValueThatIsNotFiniteIsNotWritten() {
		assertThatThrownBy(() -> Fields.put(new JsonObject(), "weights", new float[] { 1, Float.NaN })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN").hasMessageContaining("weights");
		assertThatThrownBy(() -> Fields.put(new JsonObject(), "weights", new double[] { 1, Double.NEGATIVE_INFINITY })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-Infinity").hasMessageContaining("weights");
	}

	@Test
	void flagsThatAnOlderFileDoesNotHaveAreFalse() throws ModelFormatException {
		final String json = ModelJson.write(model()).replaceAll(",\\s*\"(atLeastOne|nonnegative)\": false", "");
		assertThat(json).doesNotContain("atLeastOne").doesNotContain("nonnegative");
		assertThat(ModelJson.read(json, ATOMS).model().encoder()).isEqualTo(new OmpOptions(2, 0.1));
	}

	@ParameterizedTest
	@MethodSource("everyKind")
	void everyKindIsReadBackBitByBit(final SparseModel model) throws ModelFormatException {
		final String json = ModelJson.write(model);
		final ReadModel read = ModelJson.read(json, ATOMS);
		assertThat(read.notes()).isEmpty();
		assertThat(ModelJson.write(read.model())).isEqualTo(json);
		assertThat(read.model().filter().getClass()).isEqualTo(model.filter().getClass());
		assertThat(read.model().encoder()).isEqualTo(model.encoder());
		assertThat(read.model().provenance()).isEqualTo(model.provenance());
		assertThat(List.copyOf(read.model().provenance().settings().keySet())).containsExactly("z", "a");
		assertThat(read.model().homeostasis().gains()).containsExactly(model.homeostasis().gains());
		assertThat(read.model().homeostasis().activity()).containsExactly(model.homeostasis().activity());
		assertThat(read.model().homeostasis().quantiles().orElseThrow().toArray()).containsExactly(model.homeostasis().quantiles().orElseThrow().toArray());
		assertThat(read.model().homeostasis().method()).isEqualTo("HAP");
		assertThat(read.model().whitening().apply(PATCHES).values()).isEqualTo(model.whitening().apply(PATCHES).values());
		final float[] image = { 1, 2, 5, 3, 8, 1, 0, 2, 2, 4, 4, 7 };
		assertThat(read.model().filter().filter(image, 4, 3)).isEqualTo(model.filter().filter(image, 4, 3));
	}

	@Test
	void theTextSaysFirstWhatItIs() {
		assertThat(ModelJson.write(model()).replaceAll("\\s", "")).startsWith("{\"format\":\"SparseJmodel\",\"version\":1,");
	}

	@Test
	void changedAtomsKeepTheRestButNotTheHomeostasisAndTheStatistics() throws ModelFormatException {
		final float[] changed = ATOMS.toArray();
		changed[3] = Math.nextUp(changed[3]);
		final ReadModel read = ModelJson.read(ModelJson.write(model()), Dictionary.ofUnitAtoms(SHAPE, 3, changed));
		assertThat(read.notes()).singleElement().asString().contains("atoms were changed").contains("HAP").contains("statistics");
		assertThat(read.model().homeostasis().isNeutral()).isTrue();
		assertThat(read.model().statistics().isEmpty()).isTrue();
		assertThat(read.model().filter()).isEqualTo(model().filter());
		assertThat(read.model().encoder()).isEqualTo(model().encoder());
		assertThat(read.model().dictionary().toArray()).isEqualTo(changed);
		final SparseModel m = model(), without = new SparseModel(m.filter(), m.whitening(), ATOMS, m.encoder(), m.homeostasis(), m.provenance());
		assertThat(ModelJson.read(ModelJson.write(without), Dictionary.ofUnitAtoms(SHAPE, 3, changed)).notes()).singleElement().asString().contains("(HAP) does not belong to them and is left out").doesNotContain("statistics");
	}

	@Test
	void atomsOfAnotherNumberOrShapeAreRefusedNamingBoth() {
		final String json = ModelJson.write(model());
		assertThatThrownBy(() -> ModelJson.read(json, Dictionary.normalized(SHAPE, 2, new float[] { 1, 0, 0, 0, 0, 1, 0, 0 })))
			.isInstanceOf(ModelFormatException.class).hasMessageContaining("3 atoms").hasMessageContaining("2 were found");
		assertThatThrownBy(() -> ModelJson.read(json, Dictionary.normalized(new PatchShape(4, 1, 1, 1), 3, ATOMS.toArray())))
			.isInstanceOf(ModelFormatException.class).hasMessageContaining("2 x 2").hasMessageContaining("4 x 1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"SparseJ model\" | \"Other\" | format is \"Other\": expected \"SparseJ model\"",
		"\"version\": 1 | \"version\": 2 | version is 2: expected version 1",
		"\"version\": 1 | \"version\": 1e99 | version is 1e99: expected a whole number",
		"\"version\": 1 | \"version\": [] | version is []",
		"\"kind\": \"omp\" | \"kind\": \"magic\" | encoder.kind is \"magic\": expected one of [matching-pursuit, omp, ",
		"\"maxNonzeros\": 2 | \"maxNonzeros\": 0 | encoder is not valid: maxNonzeros must be at least 1, got 0",
		"\"maxNonzeros\": 2 | \"maxNonzeros\": 99999999999 | encoder.maxNonzeros is 99999999999: expected a whole number of at most 32 bits",
		"\"residualTolerance\": 0.1 | \"residualTolerance\": 1e999 | encoder.residualTolerance is 1e999: expected a finite number",
		"\"residualTolerance\": 0.1 | \"residualTolerance\": NaN | damaged",
		"\"size\": 3 | \"size\": 1 | homeostasis.quantiles is not valid: a quantile function needs at least 2 values, got 1",
		"\"size\": 3 | \"size\": 4 | homeostasis.quantiles is not valid: 3 quantile functions of 4 values need 12 in all, got 9",
		"\"size\": 3 | \"size\": 2000000000 | homeostasis.quantiles is not valid",
		"\"scale\": 0.3 | \"scale\": -0.3 | homeostasis.quantiles is not valid: the scale",
		"\"selectsByQuantiles\": false | \"selectsByQuantiles\": 1 | homeostasis.selectsByQuantiles is 1: expected true or false",
		"\"quantiles\": { | \"quantiles\": 7, \"before\": { | homeostasis.quantiles is 7: expected an object",
		"\"weight\": 0.30000000000000004 | \"weight\": 0 | statistics is not valid: the weight of statistics must be finite and above 0, got 0.0",
		"\"batches\": 1099511627776 | \"batches\": 0.5 | statistics.batches is 0.5: expected a whole number",
		"\"codeProducts\": \"AAAA | \"codeProducts\": \" | statistics",
		"\"codeProducts\": | \"products\": | statistics.codeProducts is missing",
		"\"statistics\": { | \"statistics\": 7, \"before\": { | statistics is 7: expected an object",
		"\"cutoff\": 0.4 | \"cutoff\": -1 | filter is not valid: cutoff",
		"\"centering\": \"PATCH\" | \"centering\": \"NONE\" | whitening.centering is \"NONE\": expected one of [PATCH, FEATURE]",
		"\"width\": 2 | \"width\": 0 | patch is not valid",
		"\"complete\": false | \"complete\": 0 | provenance.complete is 0: expected true or false",
		"\"complete\": false | \"done\": false | provenance.complete is missing: expected true or false",
		"\"learner\": \"Sparse Hebbian learning\" | \"learner\": [] | provenance.learner is []: expected a text" })
	void whatIsWrongIsNamedWithWhatIsAllowed(final String before, final String after, final String message) {
		final String json = ModelJson.write(model());
		assertThat(json).contains(before);
		assertThatThrownBy(() -> ModelJson.read(json.replace(before, after), ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"mean\": 1.5 | \"mean\": \"much\" | whitening.first.mean is \"much\": expected a finite number",
		"\"kind\": \"disc\" | \"kind\": \"chain\" | whitening.second.kind is \"chain\": expected a single whitening",
		"\"height\": 2,\\n        \"depth\": 1 | \"height\": 3,\\n        \"depth\": 1 | whitening.second.patch",
		"\"second\": | \"third\": | whitening.second is missing" })
	void whatIsWrongInAChainIsNamedByItsPlace(final String before, final String after, final String message) {
		final String json = ModelJson.write(model(NoFilter.INSTANCE, new WhiteningChain(new ScalarCentering(1.5), new DiskMask(SHAPE)), new OmpOptions(2, 0)));
		assertThat(json).contains(before.replace("\\n", "\n"));
		assertThatThrownBy(() -> ModelJson.read(json.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n")), ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining(message);
	}

	@Test
	void aStandardizationIsOneOfPatchesOfTheModelsShape() {
		final String json = ModelJson.write(model(NoFilter.INSTANCE, new Standardization(new double[] { 0.1, 0, -2, 1e-300 }, 2.5), new OmpOptions(2, 0)));
		final String other = ModelJson.write(model(NoFilter.INSTANCE, new Standardization(new double[3], 2.5), new OmpOptions(2, 0)));
		assertThatThrownBy(() -> ModelJson.read(other, ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining("whitening.mean").hasMessageContaining("4 values of a patch, not 3");
		assertThatThrownBy(() -> ModelJson.read(json.replace("\"scale\": 2.5", "\"scale\": 0"), ATOMS)).isInstanceOf(ModelFormatException.class).hasMessageContaining("whitening is not valid: the scale must be finite and above 0");
	}

	@Test
	void theHeaderTellsWhatAtomsToExpect() throws ModelFormatException {
		final String json = ModelJson.write(model());
		assertThat(ModelJson.isModel(json)).isTrue();
		assertThat(ModelJson.isModel("ImageJ=1.54")).isFalse();
		assertThat(ModelJson.header(json)).isEqualTo(new ModelHeader(SHAPE, 3));
		assertThatThrownBy(() -> ModelJson.header(json.replace("\"version\": 1", "\"version\": 9"))).isInstanceOf(ModelFormatException.class).hasMessageContaining("9");
	}

	@ParameterizedTest
	@MethodSource("everyKind")
	void aFilterByItselfIsReadBack(final SparseModel model) throws ModelFormatException {
		final String text = ModelJson.writeFilter(model.filter());
		assertThat(ModelJson.writeFilter(ModelJson.readFilter(text))).isEqualTo(text);
		assertThatThrownBy(() -> ModelJson.readFilter(text.substring(1))).isInstanceOf(ModelFormatException.class);
		assertThatThrownBy(() -> ModelJson.readFilter("{\"kind\":\"magic\"}")).isInstanceOf(ModelFormatException.class).hasMessageContaining("filter.kind");
	}

	@Test
	void textsThatAreNoModelAreRefused() {
		for (final String text : List.of("", "null", "[]", "7", "{}", "ImageJ=1.54\n", "{\"format\":", "[".repeat(100_000)))
			assertThatThrownBy(() -> ModelJson.read(text, ATOMS)).as(text.substring(0, Math.min(20, text.length()))).isInstanceOf(ModelFormatException.class);
		assertThatThrownBy(() -> ModelJson.read(ModelJson.write(model()) + "{}", ATOMS)).isInstanceOf(ModelFormatException.class);
	}

	@Test
	void unknownKindsAndValuesThatAreNotFiniteCannotBeWritten() {
		assertThatThrownBy(() -> ModelJson.write(model(NoFilter.INSTANCE, NoWhitening.INSTANCE, () -> "foreign"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("encoder");
		final SparseModel model = model();
		final Provenance broken = new Provenance("", Map.of(), 0, "", List.of(LearningCurve.everyStep("entropy", List.of(Double.NaN))), true);
		assertThatThrownBy(() -> ModelJson.write(new SparseModel(model.filter(), model.whitening(), ATOMS, model.encoder(), model.homeostasis(), broken)))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
	}
}
