package io.github.sparsej.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchAssembly;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PatchMeans;
import io.github.sparsej.whiten.WhiteningChain;
import io.github.sparsej.whiten.ZcaWhitening;

class ImageCoderTest {

	private static Volume image(final int width, final int height, final int depth, final int channels) {
		final SplittableRandom random = new SplittableRandom(3);
		final float[][] planes = new float[depth * channels][width * height];
		for (final float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = (float) (100 + 20 * Math.sin(i * 0.1) + 5 * random.nextGaussian());
		return Volume.of(width, height, depth, channels, planes);
	}

	/** As many atoms as pixels, each a pixel: with enough atoms per patch, every patch is described exactly. */
	private static Dictionary pixels(final PatchShape shape) {
		final float[] atoms = new float[shape.length() * shape.length()];
		for (int i = 0; i < shape.length(); i++) atoms[i * shape.length() + i] = 1;
		return Dictionary.ofUnitAtoms(shape, shape.length(), atoms);
	}

	private static Dictionary random(final PatchShape shape, final int atomCount) {
		final SplittableRandom random = new SplittableRandom(4);
		final float[] atoms = new float[shape.length() * atomCount];
		for (int j = 0; j < atoms.length; j++) atoms[j] = (float) random.nextGaussian();
		return Dictionary.normalized(shape, atomCount, atoms);
	}

	private static SparseModel model(final ImageFilter filter, final Whitening whitening, final Dictionary dictionary, final EncoderSettings encoder) {
		final double[] gains = new double[dictionary.atomCount()];
		for (int i = 0; i < gains.length; i++) gains[i] = 1 + i % 3;
		return new SparseModel(filter, whitening, dictionary, encoder, new HomeostasisState("HAP", new double[gains.length], gains), Provenance.UNKNOWN);
	}

	private static void assertSame(final Volume actual, final Volume expected, final double tolerance) {
		for (int c = 0; c < expected.channels(); c++)
			for (int z = 0; z < expected.depth(); z++) {
				double largest = 0;
				for (int i = 0; i < expected.plane(z, c).length; i++) largest = Math.max(largest, Math.abs(actual.plane(z, c)[i] - expected.plane(z, c)[i]));
				assertThat(largest).isLessThan(tolerance);
			}
	}

	@Test
	void aCompleteDictionaryGivesTheFilteredImageBack() {
		final PatchShape shape = PatchShape.square(4);
		final Volume image = image(23, 17, 1, 1);
		final Signals patches = PatchGrid.covering(23, 17, 1, shape, 1).cut(image.filter(OlshausenField.STANDARD), 0, 200);
		for (final Whitening whitening : new Whitening[] { NoWhitening.INSTANCE, PatchCentering.INSTANCE, ZcaWhitening.fit(patches, Centering.PATCH, 0.1), ZcaWhitening.fit(patches, Centering.FEATURE, 0.1) })
			for (final ImageFilter filter : new ImageFilter[] { NoFilter.INSTANCE, OlshausenField.STANDARD }) {
				final SparseModel model = model(filter, whitening, pixels(shape), new OmpOptions(16, 0));
				final ImageCoder coder = new ImageCoder(model, 3, Parallel.of(2));
				final ImageCode code = coder.encode(image, Progress.NONE);
				assertThat(code.hasMeans()).isEqualTo(whitening.removesPatchMeans());
				assertThat(code.isComplete()).isTrue();
				assertSame(new ImageDecoder(model, Parallel.of(2)).decode(code, Progress.NONE).orElseThrow(), coder.filter(image), 0.01);
			}
	}

	@Test
	void patchesThatAreDiscsGiveTheImageBackWhereADiscCoversIt() {
		final PatchShape shape = PatchShape.square(5);
		final Volume image = image(23, 17, 1, 1);
		final SparseModel model = model(NoFilter.INSTANCE, new WhiteningChain(PatchCentering.INSTANCE, new DiskMask(shape)), pixels(shape), new OmpOptions(25, 0));
		final float[] back = new ImageDecoder(model, Parallel.of(2)).decode(new ImageCoder(model, 1, Parallel.of(2)).encode(image, Progress.NONE), Progress.NONE).orElseThrow().plane(0, 0);
		for (int i = 0; i < back.length; i++) {
			final int x = Math.min(i % 23, 22 - i % 23), y = Math.min(i / 23, 16 - i / 23);
			assertThat(back[i]).as("(%d, %d)", i % 23, i / 23).isCloseTo(x + y < 2 ? 0 : image.plane(0, 0)[i], within(0.01f));
		}
	}

	@Test
	void stacksAndChannelsComeBackToo() {
		final PatchShape shape = new PatchShape(3, 2, 2, 2);
		final Volume image = image(10, 9, 5, 2);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, pixels(shape), new OmpOptions(24, 0));
		final ImageCoder coder = new ImageCoder(model, 2, Parallel.of(2));
		assertSame(new ImageDecoder(model, Parallel.of(2)).decode(coder.encode(image, Progress.NONE), Progress.NONE).orElseThrow(), image, 0.01);
	}

	@Test
	void aFewAtomsGiveWhatTheEncoderAloneGives() {
		final PatchShape shape = PatchShape.square(5);
		final Volume image = image(31, 22, 1, 1);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, random(shape, 40), new MatchingPursuitOptions(3, 0, Selection.RECTIFIED));
		final PatchGrid grid = PatchGrid.covering(31, 22, 1, shape, 2);
		final Signals patches = grid.cut(image, 0, grid.count());
		final ImageCode code = new ImageCoder(model, 2, Parallel.SERIAL).encode(image, Progress.NONE);
		final SparseCodes expected = Encoders.create(model.encoder(), model.homeostasis(), Parallel.SERIAL).prepare(model.dictionary()).encode(PatchCentering.INSTANCE.apply(patches), Progress.NONE);
		assertThat(code.codes()).isEqualTo(expected);
		double mean = 0;
		for (final float value : patches.row(7)) mean += value / 25;
		assertThat((double) code.mean(7)).isCloseTo(mean, within(1e-4));
		final SparseCodes without = Encoders.create(model.encoder(), null, Parallel.SERIAL).prepare(model.dictionary()).encode(PatchCentering.INSTANCE.apply(patches), Progress.NONE);
		assertThat(code.codes()).as("homeostasis takes part").isNotEqualTo(without);
	}

	@Test
	void anotherEncoderMayTakeThePlaceOfTheModelsOwn() {
		final PatchShape shape = PatchShape.square(5);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, random(shape, 40), new MatchingPursuitOptions(3, 0, Selection.RECTIFIED));
		final ImageCode code = new ImageCoder(model, new OmpOptions(1, 0), 5, Parallel.SERIAL).encode(image(20, 20, 1, 1), Progress.NONE);
		assertThat(code.codes().nonzeros()).isEqualTo(16);
	}

	/** x = g(D'z + a) with z = E x + b: a network of pixels that halves and shifts on the way in, and takes it back on the way out. */
	private static FeedForwardModel network(final PatchShape shape) {
		final int m = shape.length();
		final double[][] in = new double[m][m], out = new double[m][m];
		final double[] inBias = new double[m], outBias = new double[m];
		for (int i = 0; i < m; i++) {
			in[i][i] = 0.5;
			inBias[i] = 3;
			out[i][i] = 2;
			outBias[i] = -6;
		}
		return FeedForwardModel.of(new FeedForward(in, inBias, Activation.LINEAR, out, outBias, Activation.LINEAR), shape);
	}

	@Test
	void codesOfANetworkAreDecodedByItAndOthersAreSumsOfAtoms() {
		final PatchShape shape = PatchShape.square(4);
		final FeedForwardModel network = network(shape);
		final Volume image = image(23, 17, 1, 1);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, network.dictionary(), network.settings());
		final ImageCode own = new ImageCoder(model, 3, Parallel.of(2)).encode(image, Progress.NONE), pursuit = new ImageCoder(model, new OmpOptions(16, 0), 3, Parallel.of(2)).encode(image, Progress.NONE);
		assertThat(own.isLinear()).isFalse();
		assertThat(pursuit.isLinear()).isTrue();
		final ImageDecoder decoder = new ImageDecoder(model, Parallel.of(2));
		assertSame(decoder.decode(own, Progress.NONE).orElseThrow(), image, 0.01);
		assertSame(decoder.decode(pursuit, Progress.NONE).orElseThrow(), image, 0.01);
		final SparseModel without = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, network.dictionary(), new OmpOptions(16, 0));
		assertThatThrownBy(() -> new ImageDecoder(without, Parallel.SERIAL).decode(own, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("made by a network").hasMessageContaining("Orthogonal matching pursuit");
		assertSame(new ImageDecoder(without, Parallel.SERIAL).decode(pursuit, Progress.NONE).orElseThrow(), image, 0.01);
	}

	@Test
	void blocksAndThreadsDoNotShow() {
		final PatchShape shape = PatchShape.square(16);
		final Volume image = image(140, 120, 1, 1);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, random(shape, 20), new OmpOptions(1, 0));
		final ImageCoder one = new ImageCoder(model, 1, Parallel.SERIAL);
		final ImageCoder eight = new ImageCoder(model, 1, Parallel.of(8));
		final ImageCode code = one.encode(image, Progress.NONE);
		assertThat(code.grid().count()).as("more than one block of 8192").isEqualTo(125 * 105);
		assertThat(eight.encode(image, Progress.NONE).codes()).isEqualTo(code.codes());
		final Volume back = new ImageDecoder(model, Parallel.SERIAL).decode(code, Progress.NONE).orElseThrow();
		assertThat(new ImageDecoder(model, Parallel.of(8)).decode(code, Progress.NONE).orElseThrow().plane(0, 0)).isEqualTo(back.plane(0, 0));
		final PatchAssembly atOnce = new PatchAssembly(code.grid());
		atOnce.add(0, PatchMeans.add(code.codes().decode(model.dictionary()), PatchMeans.of(code.grid().cut(image, 0, code.grid().count()))));
		assertThat(back.plane(0, 0)).isEqualTo(atOnce.result().plane(0, 0));
	}

	@Test
	void stoppingLeavesEmptyCodes() {
		final PatchShape shape = PatchShape.square(16);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, random(shape, 20), new OmpOptions(1, 0));
		final ImageCoder coder = new ImageCoder(model, 1, Parallel.of(2));
		final ImageCode code = coder.encode(image(140, 120, 1, 1), (fraction, what) -> fraction < 0.3);
		assertThat(code.isComplete()).isFalse();
		assertThat(code.codes().count()).isEqualTo(code.grid().count());
		assertThat(code.codes().count(StopReason.CANCELLED)).isBetween(code.grid().count() / 2, code.grid().count() - 1);
		assertThat(new ImageDecoder(model, Parallel.of(2)).decode(code, (fraction, what) -> false)).isEmpty();
	}

	@Test
	void progressRises() {
		final SparseModel model = model(NoFilter.INSTANCE, NoWhitening.INSTANCE, random(PatchShape.square(16), 20), new OmpOptions(1, 0));
		final ImageCoder coder = new ImageCoder(model, 1, Parallel.of(2));
		final double[] last = { 0 };
		final AtomicInteger calls = new AtomicInteger();
		coder.encode(image(140, 120, 1, 1), (fraction, what) -> {
			assertThat(fraction).isBetween(last[0], 1.0);
			assertThat(what).isEqualTo("Encoding image");
			last[0] = fraction;
			return calls.incrementAndGet() > 0;
		});
		assertThat(calls.get()).isGreaterThan(2);
	}

	@Test
	void anImageOfZerosHasEmptyCodesAndComesBack() {
		final PatchShape shape = PatchShape.square(4);
		final Volume zeros = Volume.plane(9, 9, new float[81]);
		final SparseModel model = model(NoFilter.INSTANCE, PatchCentering.INSTANCE, random(shape, 20), new OmpOptions(3, 0));
		final ImageCoder coder = new ImageCoder(model, 2, Parallel.SERIAL);
		final ImageCode code = coder.encode(zeros, Progress.NONE);
		assertThat(code.codes().nonzeros()).isZero();
		assertSame(new ImageDecoder(model, Parallel.of(2)).decode(code, Progress.NONE).orElseThrow(), zeros, 1e-9);
	}

	@Test
	void refusesWhatCannotBeEncodedNamingIt() {
		final PatchShape shape = PatchShape.square(4);
		final SparseModel model = model(NoFilter.INSTANCE, NoWhitening.INSTANCE, random(shape, 20), new OmpOptions(3, 0));
		final ImageCoder coder = new ImageCoder(model, 2, Parallel.SERIAL);
		final float[] broken = new float[81];
		broken[5] = Float.NaN;
		broken[50] = Float.NEGATIVE_INFINITY;
		assertThatThrownBy(() -> coder.encode(Volume.plane(9, 9, broken), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 pixels");
		assertThatThrownBy(() -> coder.encode(Volume.plane(3, 9, new float[27]), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 x 9").hasMessageContaining("4 x 4");
		assertThatThrownBy(() -> coder.encode(image(9, 9, 1, 3), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 channels").hasMessageContaining("1 channel");
		final ImageCode other = new ImageCoder(model(NoFilter.INSTANCE, NoWhitening.INSTANCE, random(PatchShape.square(5), 20), new OmpOptions(3, 0)), 2, Parallel.SERIAL).encode(image(9, 9, 1, 1), Progress.NONE);
		assertThatThrownBy(() -> new ImageDecoder(model, Parallel.of(2)).decode(other, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("5 x 5").hasMessageContaining("4 x 4");
	}
}
