package io.github.sparsej.imagej.atoms;

import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.restore.ReconstructedPatches;

/** Patches side by side with white borders of one pixel, all with one grey scale in which grey is 0. Values are kept. */
public final class PatchMosaic {

	/** So many patches are one row; more are rows of so many, until rows as long as the picture is high hold more. */
	private static final int ROW = 12;

	private PatchMosaic() {}

	/**
	 * Patches row by row, on a grey scale to the largest absolute value of all.
	 *
	 * @param source calibration of the patches
	 */
	public static ImagePlus rows(final String title, final PatchShape shape, final Signals patches, final Calibration source) {
		final int columns = Math.min(patches.count(), Math.max(ROW, (int) Math.ceil(Math.sqrt(patches.count()))));
		return TileMosaic.of(title, shape, tiles(patches), MosaicLayout.of(columns, 0, patches.count()), largest(patches), source);
	}

	/**
	 * A row of patches, below it their reconstructions, below these their residuals, on the grey scale of the reconstructions:
	 * values beyond it are shown black or white.
	 *
	 * @param source calibration of the patches
	 */
	public static ImagePlus residuals(final String title, final PatchShape shape, final ReconstructedPatches patches, final Calibration source) {
		final List<Signals> rows = List.of(patches.patches(), patches.reconstructions(), patches.residuals());
		return TileMosaic.of(title, shape, rows.stream().flatMap(row -> tiles(row).stream()).toList(), new MosaicLayout(patches.patches().count(), rows.size(), false), largest(patches.reconstructions()), source);
	}

	private static List<float[]> tiles(final Signals patches) {
		return IntStream.range(0, patches.count()).mapToObj(patches::row).toList();
	}

	/** The end of a grey scale for these values; 1 where all are 0. */
	private static double largest(final Signals patches) {
		float largest = 0;
		for (final float value : patches.values()) largest = Math.max(largest, Math.abs(value));
		return largest > 0 ? largest : 1;
	}
}
