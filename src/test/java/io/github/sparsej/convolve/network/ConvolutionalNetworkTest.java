package io.github.sparsej.convolve.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.learn.ConvolutionalHomeostasis;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.convolve.readout.ReadoutOptions;
import io.github.sparsej.convolve.readout.ReadoutResult;
import io.github.sparsej.convolve.readout.ReadoutTrainer;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.whiten.LocalMeanRemoval;

class ConvolutionalNetworkTest {

	private static final List<ImageFilter> FILTERS = List.of(new LocalMeanRemoval(9));
	private static final ReadoutOptions READOUT = new ReadoutOptions(1e-4, 300, 0.5, 1);

	/** A layer that learns of 30 images a step. */
	private static LayerOptions layer(final int atoms, final PatchShape shape, final int epochs, final boolean nonnegative, final Rectification rectification, final int pool) {
		final ConvolutionalPursuitOptions pursuit = new ConvolutionalPursuitOptions(20, 0, 0, nonnegative, 1, MaskTreatment.APPROXIMATE);
		return new LayerOptions(new ConvolutionalOptions(atoms, shape, epochs, pursuit, 1).withSteps(30, 0.05).withHomeostasis(ConvolutionalHomeostasis.STANDARD)
			.withForm(AtomMask.NONE, new AtomConstraint(nonnegative, false)), rectification, new Pooling(Pooling.Kind.SUM, pool));
	}

	private static List<LayerOptions> twoLayers(final int atoms, final int epochs) {
		return List.of(layer(12, PatchShape.square(7), epochs, false, Rectification.BOTH, 2), layer(atoms, new PatchShape(4, 4, 1, 24), epochs, true, Rectification.POSITIVE, 4));
	}

	private static List<Volume> filtered(final List<Volume> images) {
		return images.stream().map(image -> NetworkCoder.filtered(image, FILTERS)).toList();
	}

	private static NetworkResult learn(final List<LayerOptions> options, final List<Volume> images, final int threads) {
		return new NetworkLearner(options, Parallel.of(threads)).learn(filtered(images), Progress.NONE);
	}

	private static ConvolutionalNetwork network(final NetworkResult learned) {
		return new ConvolutionalNetwork(FILTERS, learned.layers(), Optional.empty(), Provenance.UNKNOWN);
	}

	private static Layer pooled(final Layer layer, final int size) {
		return new Layer(layer.dictionary(), layer.pursuit(), layer.mask(), layer.homeostasis(), layer.rectification(), new Pooling(Pooling.Kind.SUM, size));
	}

	private static SparseCodes pixels(final List<Volume> images) {
		final int[] all = IntStream.range(0, images.get(0).plane(0, 0).length).toArray();
		final SparseCodesBuilder rows = new SparseCodesBuilder(all.length, images.size());
		for (final Volume image : images) rows.append(all, image.plane(0, 0), 0, all.length, StopReason.CONVERGED);
		return rows.build();
	}

	private static ReadoutResult readout(final SparseCodes features, final List<String> labels) {
		return new ReadoutTrainer(READOUT, Parallel.of(2)).train(features, labels, Progress.NONE);
	}

	@Test
	void twoLayersTellMoreDigitsThanTheirPixelsDo() {
		final DrawnDigits digits = DrawnDigits.draw(600, 1);
		final ConvolutionalNetwork network = network(learn(twoLayers(60, 8), digits.images(), 2));
		final SparseCodes features = new NetworkCoder(network, Parallel.of(2)).features(digits.images(), Progress.NONE).orElseThrow();
		assertThat(features.atomCount()).isEqualTo(60 * 2 * 2);
		final ReadoutResult told = readout(features, digits.labels());
		final ConvolutionalNetwork one = new ConvolutionalNetwork(FILTERS, List.of(pooled(network.layers().get(0), 4)), Optional.empty(), Provenance.UNKNOWN);
		final double ofOneLayer = readout(new NetworkCoder(one, Parallel.of(2)).features(digits.images(), Progress.NONE).orElseThrow(), digits.labels()).test().accuracy();
		final double ofPixels = readout(pixels(digits.images()), digits.labels()).test().accuracy();
		// Ten classes: chance tells a tenth.
		assertThat(ofPixels).isGreaterThan(0.3);
		assertThat(ofOneLayer).isGreaterThan(ofPixels + 0.1);
		assertThat(told.test().accuracy()).isGreaterThan(0.78).isGreaterThan(ofPixels + 0.2).isGreaterThan(ofOneLayer);
		assertThat(network.withReadout(told.readout()).readout()).contains(told.readout());
	}

	@Test
	void eachLayerCodesTheMapsOfTheOneBefore() {
		final List<Volume> images = DrawnDigits.draw(6, 2).images();
		final ConvolutionalNetwork network = network(learn(twoLayers(5, 2), images, 1));
		final Layer first = network.layers().get(0), second = network.layers().get(1);
		final List<PlacedAtoms> codes = codes(first, filtered(images));
		final NetworkCoder coder = new NetworkCoder(network, Parallel.of(2));
		assertThat(coder.codes(images, 0, Progress.NONE)).contains(codes);
		final PooledMaps maps = new PooledMaps(12, 22, 22, Rectification.BOTH, new Pooling(Pooling.Kind.SUM, 2));
		assertThat(network.maps(0, 28, 28)).isEqualTo(maps);
		final List<PlacedAtoms> next = codes(second, codes.stream().map(maps::image).toList());
		assertThat(coder.codes(images, 1, Progress.NONE)).contains(next);
		final SparseCodes features = coder.features(images, Progress.NONE).orElseThrow();
		for (int n = 0; n < 6; n++) {
			final Volume pooled = network.maps(1, 28, 28).image(next.get(n));
			for (int f = 0; f < 20; f++) assertThat(features.dense(n)[f]).isEqualTo(pooled.plane(0, f / 4)[f % 4]);
		}
	}

	private static List<PlacedAtoms> codes(final Layer layer, final List<Volume> images) {
		return new ConvolutionalPursuit(layer.pursuit(), Parallel.SERIAL).prepare(layer.dictionary()).encode(images, Progress.NONE).stream().map(CodedImage::atoms).toList();
	}

	@Test
	void resultsAreTheSameBitsOnAnyNumberOfThreads() {
		final List<Volume> images = DrawnDigits.draw(70, 3).images();
		final NetworkResult one = learn(twoLayers(5, 1), images, 1), many = learn(twoLayers(5, 1), images, 3);
		for (int i = 0; i < 2; i++) assertThat(many.layers().get(i).dictionary().toArray()).containsExactly(one.layers().get(i).dictionary().toArray());
		assertThat(new NetworkCoder(network(many), Parallel.of(3)).features(images, Progress.NONE)).isEqualTo(new NetworkCoder(network(one), Parallel.SERIAL).features(images, Progress.NONE));
	}

	@Test
	void whereItIsStoppedTheLayersSoFarAreKept() {
		final List<Volume> images = DrawnDigits.draw(10, 4).images();
		final NetworkLearner learner = new NetworkLearner(twoLayers(5, 2), Parallel.SERIAL);
		final NetworkResult inFirst = learner.learn(filtered(images), (fraction, what) -> fraction < 0.2), inSecond = learner.learn(filtered(images), (fraction, what) -> {
			assertThat(what).isEqualTo("Learning dictionary");
			return fraction < 0.7;
		});
		assertThat(inFirst.layers()).hasSize(1);
		assertThat(inSecond.layers()).hasSize(2);
		assertThat(inFirst.complete() || inSecond.complete()).isFalse();
		assertThat(learn(twoLayers(5, 2), images, 1).complete()).isTrue();
		final NetworkCoder coder = new NetworkCoder(network(inSecond), Parallel.SERIAL);
		assertThat(coder.features(images, (fraction, what) -> fraction < 0.6)).isEmpty();
	}

	@Test
	void layersSeeWhatTheOneBeforeMakes() {
		final List<Volume> images = DrawnDigits.draw(4, 6).images();
		final ConvolutionalNetwork network = network(learn(twoLayers(5, 1), images, 1));
		final NetworkCoder coder = new NetworkCoder(network, Parallel.SERIAL);
		final List<Volume> second = coder.seen(images, 1, Progress.NONE).orElseThrow();
		assertThat(coder.seen(images, 0, Progress.NONE).orElseThrow().get(2).plane(0, 0)).containsExactly(filtered(images).get(2).plane(0, 0));
		assertThat(second.get(3).plane(0, 20)).containsExactly(network.maps(0, 28, 28).image(coder.codes(images, 0, Progress.NONE).orElseThrow().get(3)).plane(0, 20));
		assertThat(codes(network.layers().get(1), second)).isEqualTo(coder.codes(images, 1, Progress.NONE).orElseThrow());
		assertThat(new NetworkCoder(network.first(1), Parallel.SERIAL).seen(images, 1, Progress.NONE).orElseThrow().get(3).plane(0, 20)).containsExactly(second.get(3).plane(0, 20));
		assertThat(coder.seen(images, 1, (fraction, what) -> false)).isEmpty();
		assertThat(network.pooled(8).maps(1, 28, 28).length()).isEqualTo(5);
		assertThat(network.pooled(8).layers().get(0)).isSameAs(network.layers().get(0));
	}

	@Test
	void aModelHoldsTheNetworkAndGivesItBack() {
		final ConvolutionalNetwork network = network(learn(twoLayers(5, 1), DrawnDigits.draw(4, 6).images(), 1));
		final SparseModel model = ConvolutionalSettings.model(network);
		assertThat(model.dictionary()).isSameAs(network.layers().get(0).dictionary());
		final ConvolutionalSettings settings = (ConvolutionalSettings) model.encoder();
		assertThat(settings.network(model)).isEqualTo(network);
		settings.requireFit(model.dictionary());
		final Dictionary others = Dictionary.normalized(PatchShape.square(1), 3, new float[] { 1, 1, 1 });
		assertThatThrownBy(() -> settings.requireFit(others)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("layer 2", "24 channels", "makes 6 of 3 atoms");
	}

	@Test
	void theMemoryIsThatOfTheLayerThatNeedsMost() {
		final NetworkLearner both = new NetworkLearner(twoLayers(5, 1), Parallel.of(2)), first = new NetworkLearner(twoLayers(5, 1).subList(0, 1), Parallel.of(2));
		assertThat(first.bytesNeeded(100, 28, 28)).isGreaterThan(4L * (30 * 28 * 28 + 2 * 12 * 22 * 22)).isLessThan(4L * 100 * 28 * 28 * 12);
		// What the second layer sees are 24 maps of 11 x 11.
		assertThat(both.bytesNeeded(100, 28, 28)).isGreaterThan(first.bytesNeeded(100, 28, 28)).isGreaterThan(4L * 30 * 24 * 11 * 11);
		assertThatThrownBy(() -> both.bytesNeeded(1, 12, 12)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("layer 2 sees 3 x 3");
	}

	@Test
	void whatDoesNotFitIsNamed() {
		final LayerOptions first = layer(8, PatchShape.square(7), 1, false, Rectification.BOTH, 2), second = layer(5, new PatchShape(6, 6, 1, 8), 1, true, Rectification.POSITIVE, 2);
		assertThatThrownBy(() -> new NetworkLearner(List.of(first, second), Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("layer 2", "8 channels", "makes 16");
		assertThatThrownBy(() -> new NetworkLearner(List.of(), Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("none");
		final NetworkLearner learner = new NetworkLearner(twoLayers(5, 1), Parallel.SERIAL);
		assertThatThrownBy(() -> learner.learn(List.of(Volume.plane(12, 12, new float[144])), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("12 x 12", "layer 2 sees 3 x 3", "4 x 4");
		final List<Volume> images = DrawnDigits.draw(3, 5).images();
		final NetworkResult learned = learn(twoLayers(5, 1), images, 1);
		final List<Layer> swapped = List.of(learned.layers().get(1), learned.layers().get(0));
		assertThatThrownBy(() -> new ConvolutionalNetwork(FILTERS, swapped, Optional.empty(), Provenance.UNKNOWN)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("layer 2", "1 channels", "makes 5");
		final NetworkCoder coder = new NetworkCoder(network(learned), Parallel.SERIAL);
		assertThatThrownBy(() -> coder.features(List.of(images.get(0), images.get(1).crop(0, 0, 28, 27)), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("28 x 28", "28 x 27");
		assertThatThrownBy(() -> coder.features(List.of(), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no images");
		assertThatThrownBy(() -> network(learned).maps(0, 6, 28)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("6 x 28", "7 x 7");
	}
}
