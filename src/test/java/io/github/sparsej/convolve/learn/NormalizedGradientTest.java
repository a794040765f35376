package io.github.sparsej.convolve.learn;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.Npy;

class NormalizedGradientTest {

	private static final double ETA = 0.05;
	private static final PatchShape SHAPE = new PatchShape(4, 3, 1, 2);
	private static final int ATOMS = 5, WIDTH = 11, HEIGHT = 9;

	private static ConvolutionalOptions options(final int atoms, final PatchShape shape) {
		return new ConvolutionalOptions(atoms, shape, 1, new ConvolutionalPursuitOptions(20), 1);
	}

	private static double[][] stepped(final ConvolutionalOptions options, final Dictionary dictionary, final List<CodedImage> coded, final int threads) {
		final double[][] atoms = UnitRows.of(dictionary);
		final NormalizedGradient gradient = new NormalizedGradient(options, Parallel.of(threads));
		// What was added before does not count twice.
		gradient.add(coded);
		gradient.step(UnitRows.of(dictionary), ETA);
		for (final CodedImage image : coded) gradient.add(List.of(image));
		gradient.step(atoms, ETA);
		return atoms;
	}

	private static Dictionary atoms(final SplittableRandom random) {
		final float[] values = new float[ATOMS * SHAPE.length()];
		for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble();
		return Dictionary.normalized(SHAPE, ATOMS, values);
	}

	private static CodedImage image(final Dictionary dictionary, final SplittableRandom random) {
		final float[][] planes = new float[2][WIDTH * HEIGHT];
		for (final float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = (float) random.nextDouble(-1, 1);
		final Volume image = Volume.of(WIDTH, HEIGHT, 1, 2, planes);
		// The last entry is at the place of the first; atom 4 has no place.
		final int[] k = { 0, 1, 2, 3, 2, 0 }, y = { 2, 6, 0, 3, 5, 2 }, x = { 1, 7, 0, 4, 5, 1 };
		final float[] a = { 1, -0.5f, 0.25f, 2, -0.75f, 0.5f };
		final PlacedAtoms code = PlacedAtoms.of(ATOMS, k, y, x, a);
		return new CodedImage(code, Rebuilt.residual(image, code, dictionary), StopReason.MAX_NONZEROS, 1, 1);
	}

	/** The formula, by dense maps of coefficients. */
	private static double[] naive(final int k, final Dictionary dictionary, final List<CodedImage> coded, final float[] mask, final boolean meanRemoved) {
		final float[] atom = dictionary.atom(k);
		final double[] g = new double[atom.length];
		for (final CodedImage image : coded) {
			final double[][] map = new double[HEIGHT][WIDTH];
			for (int i = 0; i < image.atoms().count(); i++) if (image.atoms().atom(i) == k) map[image.atoms().y(i)][image.atoms().x(i)] += image.atoms().coefficient(i);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					if (map[y][x] == 0) continue;
					for (int j = 0; j < g.length; j++) {
						final double r = image.residual().plane(0, j / 12)[(y + j / 4 % 3) * WIDTH + x + j % 4];
						g[j] += map[y][x] * (r * mask[j] - map[y][x] * atom[j] * (1 - mask[j]));
					}
				}
		}
		final double mean = meanRemoved ? Arrays.stream(g).average().orElseThrow() : 0;
		for (int j = 0; j < g.length; j++) g[j] -= mean;
		final double norm = Math.sqrt(Arrays.stream(g).map(v -> v * v).sum());
		for (int j = 0; j < g.length; j++) g[j] = atom[j] + ETA * g[j] / norm;
		return g;
	}

	private static double[] unit(final double[] atom) {
		final double norm = Math.sqrt(Arrays.stream(atom).map(v -> v * v).sum());
		return Arrays.stream(atom).map(v -> v / norm).toArray();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void stepIsThatOfTheFormulaInEveryChannel(final boolean masked) {
		final SplittableRandom random = new SplittableRandom(3);
		final Dictionary dictionary = atoms(random);
		final List<CodedImage> coded = IntStream.range(0, 3).mapToObj(n -> image(dictionary, random)).toList();
		final AtomMask mask = masked ? AtomMask.STANDARD : AtomMask.NONE;
		final double[][] stepped = stepped(options(ATOMS, SHAPE).withMask(mask), dictionary, coded, 1);
		for (int k = 0; k < 4; k++) assertClose(stepped[k], unit(naive(k, dictionary, coded, mask.values(SHAPE), true)), 1e-7);
		assertClose(stepped[4], UnitRows.of(dictionary)[4], 0);
		for (final int threads : new int[] { 2, 8 }) assertThat(stepped(options(ATOMS, SHAPE).withMask(mask), dictionary, coded, threads)).isDeepEqualTo(stepped);
	}

	@Test
	void nonnegativeAtomsAreTheClippedStepOfTheWholeGradient() {
		final SplittableRandom random = new SplittableRandom(4);
		final Dictionary dictionary = atoms(random);
		final List<CodedImage> coded = List.of(image(dictionary, random));
		final double[][] stepped = stepped(options(ATOMS, SHAPE).withForm(AtomMask.NONE, new AtomConstraint(true, false)), dictionary, coded, 1);
		for (int k = 0; k < 4; k++)
			assertClose(stepped[k], unit(Arrays.stream(naive(k, dictionary, coded, AtomMask.NONE.values(SHAPE), false)).map(v -> Math.max(0, v)).toArray()), 1e-7);
	}

	@Test
	void taperedAtomsOfZeroMeanStaySo() {
		final SplittableRandom random = new SplittableRandom(5);
		final AtomMask disc = new AtomMask(AtomMask.Kind.DISC, 1);
		final PatchShape shape = PatchShape.square(5);
		final float[] weights = disc.values(shape), values = new float[25];
		for (int j = 0; j < 25; j++) values[j] = weights[j] * (float) random.nextDouble();
		final Dictionary dictionary = Dictionary.normalized(shape, 1, values);
		final float[] pixels = new float[100];
		for (int i = 0; i < 100; i++) pixels[i] = (float) random.nextDouble();
		final PlacedAtoms code = PlacedAtoms.of(1, new int[] { 0 }, new int[] { 3 }, new int[] { 2 }, new float[] { 1 });
		final CodedImage image = new CodedImage(code, Volume.plane(10, 10, pixels), StopReason.MAX_NONZEROS, 1, 1);
		final double[] atom = stepped(options(1, shape).withForm(disc, new AtomConstraint(false, true)), dictionary, List.of(image), 1)[0];
		assertThat(Arrays.stream(atom).sum()).isCloseTo(0, within(1e-12));
		for (int j = 0; j < 25; j++) if (weights[j] == 0) assertThat(atom[j]).isZero();
		assertThat(Arrays.stream(atom).map(v -> v * v).sum()).isCloseTo(1, within(1e-12));
	}

	@Test
	void withoutAGradientAtomsStay() {
		final Dictionary dictionary = atoms(new SplittableRandom(6));
		final PlacedAtoms code = PlacedAtoms.of(ATOMS, new int[] { 1 }, new int[1], new int[1], new float[] { 1 });
		final CodedImage image = new CodedImage(code, Volume.of(WIDTH, HEIGHT, 1, 2, new float[2][WIDTH * HEIGHT]), StopReason.MAX_NONZEROS, 1, 0);
		assertThat(stepped(options(ATOMS, SHAPE), dictionary, List.of(image), 1)).isDeepEqualTo(UnitRows.of(dictionary));
	}

	@Test
	void stepIsThatOfTheOriginal() {
		final PatchShape shape = PatchShape.square(9);
		final String run = "champ/n10_K20_w9_HAP/";
		final Dictionary start = Dictionary.ofUnitAtoms(shape, 20, Npy.reference(run + "dico_init.npy").floats());
		final Npy codes = Npy.reference(run + "codesparse_epoch1.npy");
		final float[] residuals = Npy.reference(run + "residual_epoch1.npy").floats();
		final List<CodedImage> coded = new ArrayList<>();
		for (int image = 0; image < 10; image++)
			coded.add(new CodedImage(code(codes, image), Volume.plane(65, 65, Arrays.copyOfRange(residuals, image * 65 * 65, (image + 1) * 65 * 65)), StopReason.MAX_NONZEROS, 1, 1));
		final double[][] stepped = stepped(options(20, shape).withMask(AtomMask.STANDARD), start, coded, 1);
		assertClose(Arrays.stream(stepped).flatMapToDouble(Arrays::stream).toArray(), Npy.reference(run + "dico_after_epoch1.npy").values(), 1e-6);
	}

	private static PlacedAtoms code(final Npy codes, final int image) {
		final int[] rows = IntStream.range(0, codes.shape()[0]).filter(row -> codes.at(row, 0) == image).toArray();
		final float[] coefficients = new float[rows.length];
		for (int i = 0; i < rows.length; i++) coefficients[i] = (float) codes.at(rows[i], 4);
		return PlacedAtoms.of(20, column(codes, rows, 1), column(codes, rows, 2), column(codes, rows, 3), coefficients);
	}

	private static int[] column(final Npy codes, final int[] rows, final int column) {
		return Arrays.stream(rows).map(row -> (int) codes.at(row, column)).toArray();
	}
}
