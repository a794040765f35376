package io.github.sparsej.learn.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.linalg.Spectrum;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.WhiteningChain;

class InitialDictionariesTest {

	private static final PatchShape SHAPE = PatchShape.square(7);

	private static Dictionary create(final InitialDictionary initial, final int atoms, final Signals signals, final long seed) {
		return initial.create(atoms, signals, new SplittableRandom(seed));
	}

	@Test
	void amplitudesOfTheNoiseFallAsOneOverF() {
		final Volume noise = OneOverF.noise(SHAPE, new SplittableRandom(5));
		assertThat(noise.width()).isEqualTo(256);
		final Spectrum spectrum = RealFft2d.of(256, 256).forward(noise.plane(0, 0));
		final double low = meanPower(spectrum, 10, 14);
		assertThat(low / meanPower(spectrum, 20, 28)).isCloseTo(4, within(0.6));
		assertThat(low / meanPower(spectrum, 40, 56)).isCloseTo(16, within(2.4));
	}

	/** Mean squared modulus over the frequencies k, l of 256 px with a length from {@code from} to {@code to}. */
	private static double meanPower(final Spectrum spectrum, final int from, final int to) {
		double sum = 0;
		int count = 0;
		for (int k = 0; k <= 128; k++)
			for (int l = 0; l < 256; l++) {
				final double length = Math.hypot(k, Math.min(l, 256 - l));
				if (length < from || length > to) continue;
				sum += Math.pow(spectrum.real(k, l), 2) + Math.pow(spectrum.imaginary(k, l), 2);
				count++;
			}
		return sum / count;
	}

	@Test
	void theMeanOfTheNoiseIsThatOfWhatTheWhiteningKeeps() {
		final DiskMask disc = new DiskMask(SHAPE);
		final float[] expected = kept(create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, disc), 20, null, 3), disc);
		final float[] shifted = kept(create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, new WhiteningChain(new ScalarCentering(100), disc)), 20, null, 3), disc);
		assertThat(shifted).containsExactly(expected, within(1e-3f));
	}

	private static float[] kept(final Dictionary dictionary, final Whitening whitening) {
		return InitialDictionaries.masked(InitialDictionaries.given(dictionary), whitening).create(dictionary.atomCount(), null, null).toArray();
	}

	@Test
	void planesOfTheNoiseCorrelateAsStated() {
		final Volume noise = OneOverF.noise(new PatchShape(5, 5, 3, 2), new SplittableRandom(6));
		assertThat(correlation(noise.plane(0, 0), noise.plane(1, 0))).isCloseTo(0.9, within(0.05));
		assertThat(correlation(noise.plane(0, 0), noise.plane(2, 0))).isCloseTo(0.81, within(0.09));
		assertThat(correlation(noise.plane(1, 0), noise.plane(1, 1))).isCloseTo(0.9, within(0.05));
	}

	private static double correlation(final float[] a, final float[] b) {
		double ab = 0;
		double aa = 0;
		double bb = 0;
		for (int i = 0; i < a.length; i++) {
			ab += (double) a[i] * b[i];
			aa += (double) a[i] * a[i];
			bb += (double) b[i] * b[i];
		}
		return ab / Math.sqrt(aa * bb);
	}

	@Test
	void atomsOfNoiseGoThroughTheWhitening() {
		final Dictionary dictionary = create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, PatchCentering.INSTANCE), 30, null, 1);
		for (int i = 0; i < 30; i++) {
			double sum = 0;
			for (final float value : dictionary.atom(i)) sum += value;
			assertThat(sum).isCloseTo(0, within(1e-5));
		}
		final Dictionary raw = create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, NoWhitening.INSTANCE), 30, null, 1);
		assertThat(raw.toArray()).isNotEqualTo(dictionary.toArray());
		assertThat(create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, NoWhitening.INSTANCE), 30, null, 1).toArray()).isEqualTo(raw.toArray());
	}

	@Test
	void theMeanOfTheNoiseDoesNotShow() {
		final ImageFilter brighter = new ImageFilter() {
			@Override
			public float[] filter(final float[] pixels, final int width, final int height) {
				final float[] bright = pixels.clone();
				for (int i = 0; i < bright.length; i++) bright[i] += 100;
				return bright;
			}

			@Override
			public String name() {
				return "brighter";
			}
		};
		assertThat(create(InitialDictionaries.oneOverF(SHAPE, brighter, NoWhitening.INSTANCE), 5, null, 3).toArray())
			.containsExactly(create(InitialDictionaries.oneOverF(SHAPE, NoFilter.INSTANCE, NoWhitening.INSTANCE), 5, null, 3).toArray(), within(1e-4f));
	}

	@Test
	void channelsAndSlicesGetAtomsToo() {
		final PatchShape shape = new PatchShape(4, 5, 2, 3);
		assertThat(create(InitialDictionaries.oneOverF(shape, NoFilter.INSTANCE, NoWhitening.INSTANCE), 8, null, 2).shape()).isEqualTo(shape);
	}

	@Test
	void patchesAreDifferentSignalsWithStructure() {
		final Signals signals = Signals.of(6, 2, new float[] { 1, 0, 0, 0, 1, 0, 3, 3, 0, -2, 3, 4 });
		final float[] atoms = create(InitialDictionaries.patches(new PatchShape(2, 1, 1, 1)), 3, signals, 1).toArray();
		assertThat(List.of(List.of(atoms[0], atoms[1]), List.of(atoms[2], atoms[3]), List.of(atoms[4], atoms[5])))
			.containsExactlyInAnyOrder(List.of(1f, 0f), List.of(0f, -1f), List.of(0.6f, 0.8f));
		assertThatThrownBy(() -> create(InitialDictionaries.patches(new PatchShape(2, 1, 1, 1)), 4, signals, 1))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("only 3").hasMessageContaining("4 atoms").hasMessageContaining("draw more patches");
	}

	@Test
	void noTwoCosinesAreTheSame() {
		for (final PatchShape shape : new PatchShape[] { PatchShape.square(8), new PatchShape(4, 4, 2, 1), new PatchShape(8, 8, 1, 2), new PatchShape(12, 2, 1, 1), new PatchShape(6, 5, 3, 3) })
			for (final int share : new int[] { 1, 2, 4 }) {
				final Dictionary cosines = InitialDictionaries.cosines(shape).create(shape.length() * share, null, null);
				final float[] atoms = cosines.toArray();
				final float[][] gram = Gram.of(atoms, Columns.of(atoms, cosines.atomCount(), shape.length(), Parallel.SERIAL), cosines.atomCount(), Parallel.SERIAL);
				float largest = 0;
				for (int i = 0; i < gram.length; i++) for (int k = 0; k < i; k++) largest = Math.max(largest, Math.abs(gram[i][k]));
				assertThat(largest).as("%d of %s", cosines.atomCount(), shape).isLessThan(0.9999f);
			}
	}

	@Test
	void patchesOfOneDirectionGiveOneAtom() {
		final Signals signals = Signals.of(3, 4, new float[] { 1, 2, 3, 4, 3, 6, 9, 12, -2, -4, -6, -8 });
		assertThatThrownBy(() -> InitialDictionaries.patches(PatchShape.square(2)).create(2, signals, new SplittableRandom(1))).hasMessageContaining("only 1 different patches");
	}
}
