package io.github.sparsej.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchAssembly;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.whiten.OlshausenField;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

class ImgTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 7;

	private static int value(final long x, final long y, final long z, final long c) {
		return (int) ((x * 31 + y * 17 + x * y * 5) % 97 + 100 * z + 1000 * c);
	}

	/** 9 x 7 pixels, 4 slices, 2 channels as far as the axes have them; 16-bit, beginning at (-3, 5, ...). */
	private static RandomAccessibleInterval<UnsignedShortType> image(final AxisOrder axes) {
		final Img<UnsignedShortType> img = ArrayImgs.unsignedShorts(axes.arrange(WIDTH, HEIGHT, 4, 2));
		final Cursor<UnsignedShortType> cursor = img.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(value(cursor.getLongPosition(0), cursor.getLongPosition(1), axes.z() < 0 ? 0 : cursor.getLongPosition(axes.z()),
				axes.channel() < 0 ? 0 : cursor.getLongPosition(axes.channel())));
		}
		return Views.translate(img, axes.arrange(-3, 5, 2, 1));
	}

	private static void assertSame(final RandomAccessibleInterval<FloatType> actual, final Volume expected, final AxisOrder axes) {
		final Volume volume = ImgVolumes.toVolume(actual, axes);
		assertThat(volume.depth()).isEqualTo(expected.depth());
		assertThat(volume.channels()).isEqualTo(expected.channels());
		for (int c = 0; c < volume.channels(); c++) for (int z = 0; z < volume.depth(); z++) assertThat(volume.plane(z, c)).containsExactly(expected.plane(z, c));
	}

	@ParameterizedTest
	@EnumSource
	void everyDimensionBecomesWhatItIs(final AxisOrder axes) {
		final Volume volume = ImgVolumes.toVolume(image(axes), axes);
		assertThat(volume.width()).isEqualTo(WIDTH);
		assertThat(volume.height()).isEqualTo(HEIGHT);
		assertThat(volume.depth()).isEqualTo(axes.z() < 0 ? 1 : 4);
		assertThat(volume.channels()).isEqualTo(axes.channel() < 0 ? 1 : 2);
		for (int c = 0; c < volume.channels(); c++)
			for (int z = 0; z < volume.depth(); z++)
				for (int i = 0; i < WIDTH * HEIGHT; i++) assertThat(volume.plane(z, c)[i]).isEqualTo(value(i % WIDTH, i / WIDTH, z, c));
	}

	@ParameterizedTest
	@EnumSource
	void imageOfAVolumeHasItsPixelsInPlace(final AxisOrder axes) {
		final Img<FloatType> img = ImgVolumes.toImg(ImgVolumes.toVolume(image(axes), axes), axes);
		assertThat(img.dimensionsAsLongArray()).containsExactly(axes.arrange(WIDTH, HEIGHT, 4, 2));
		final long[] last = axes.arrange(4, 6, 3, 1);
		assertThat(img.getAt(last).get()).isEqualTo(value(4, 6, axes.z() < 0 ? 0 : 3, axes.channel() < 0 ? 0 : 1));
		assertSame(img, ImgVolumes.toVolume(image(axes), axes), axes);
	}

	@ParameterizedTest
	@CsvSource({ "XY,1,3", "XYZ,2,2", "XYZ,1,3", "XYC,1,2", "XYZC,2,1", "XYCZ,3,3" })
	void patchesCutInBatchesAreThoseOfTheWholeImage(final AxisOrder axes, final int patchDepth, final int stride) {
		final Volume whole = ImgVolumes.toVolume(image(axes), axes);
		final PatchShape shape = new PatchShape(4, 3, patchDepth, whole.channels());
		final ImgPatches<UnsignedShortType> patches = new ImgPatches<>(image(axes), axes, shape, stride);
		final PatchGrid grid = PatchGrid.covering(WIDTH, HEIGHT, whole.depth(), shape, stride);
		assertThat(patches.grid().count()).isEqualTo(grid.count());
		for (final int batch : new int[] { 1, 4, 7, grid.count() }) {
			final PatchAssembly assembly = new PatchAssembly(patches.grid());
			while (assembly.next() < grid.count()) {
				final int first = assembly.next();
				final int count = Math.min(batch, grid.count() - first);
				assertThat(patches.cut(first, count).values()).containsExactly(grid.cut(whole, first, count).values());
				assembly.add(first, patches.cut(first, count));
			}
			assertSame(ImgVolumes.toImg(assembly.result(), axes), whole, axes);
		}
		assertThatThrownBy(() -> patches.cut(grid.count(), 1)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	@Test
	void everyPlaneIsFilteredByItself() {
		final Volume whole = ImgVolumes.toVolume(image(AxisOrder.XYCZ), AxisOrder.XYCZ);
		assertSame(ImgFilters.filter(image(AxisOrder.XYCZ), AxisOrder.XYCZ, OlshausenField.STANDARD, 0, Parallel.of(3)), whole.filter(OlshausenField.STANDARD), AxisOrder.XYCZ);
	}

	@Test
	void borderIsMirroredAndCutOffAgain() {
		// A "filter" that shifts by 2 px to the left shows what stood beyond the border.
		final RandomAccessibleInterval<FloatType> row = ArrayImgs.floats(new float[] { 1, 2, 3, 4 }, 4, 1);
		final ImageFilter shift = new ImageFilter() {
			@Override
			public float[] filter(final float[] pixels, final int width, final int height) {
				final float[] shifted = new float[pixels.length];
				for (int i = 0; i < pixels.length; i++) shifted[i] = i % width + 2 < width ? pixels[i + 2] : -1;
				return shifted;
			}

			@Override
			public String name() {
				return "Shift";
			}
		};
		assertThat(ImgVolumes.toVolume(ImgFilters.filter(row, AxisOrder.XY, shift, 2, Parallel.SERIAL), AxisOrder.XY).plane(0, 0)).containsExactly(3, 4, 4, 3);
		assertThat(ImgVolumes.toVolume(ImgFilters.filter(row, AxisOrder.XY, shift, 0, Parallel.SERIAL), AxisOrder.XY).plane(0, 0)).containsExactly(3, 4, -1, -1);
	}

	@Test
	void regionOfAMaskGuidesTheSampler() {
		final Img<BitType> mask = ArrayImgs.bits(WIDTH, HEIGHT);
		for (long y = 2; y < 6; y++) for (long x = 1; x < 5; x++) mask.getAt(x, y).set(true);
		final RegionMask region = ImgVolumes.toRegion(Views.translate(mask, 10, -4));
		assertThat(region.inside(1, 2)).isTrue();
		assertThat(region.inside(0, 2)).isFalse();
		assertThat(region.inside(4, 6)).isFalse();
		final Volume volume = ImgVolumes.toVolume(image(AxisOrder.XY), AxisOrder.XY);
		assertThat(new PatchSampler(PatchShape.square(3), PatchSamplerOptions.uniform(20, 1)).sample(volume, region).possiblePlaces()).isEqualTo(4);
	}

	@Test
	void wrongDimensionsAreNamed() {
		assertThatThrownBy(() -> ImgVolumes.toVolume(image(AxisOrder.XYZ), AxisOrder.XY)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 dimensions", "XY");
		final Volume stack = ImgVolumes.toVolume(image(AxisOrder.XYZ), AxisOrder.XYZ);
		assertThatThrownBy(() -> ImgVolumes.toImg(stack, AxisOrder.XYC)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("4 slices", "XYC");
		assertThatThrownBy(() -> new ImgPatches<>(image(AxisOrder.XYC), AxisOrder.XYC, PatchShape.square(3), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 channels");
		assertThatThrownBy(() -> new ImgPatches<>(image(AxisOrder.XY), AxisOrder.XY, PatchShape.square(8), 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("9 x 7", "8 x 8");
	}
}
