package io.github.sparsej.imagej.code;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;

/** The slices of a code image being made. */
final class CodePlanes {

	private final List<ImageCode> codes;
	private final PatchGrid grid;
	private final int values;
	private final int perLayer;
	private final float[][] planes;
	private final String[] labels;

	/** @param codes of images of one size */
	CodePlanes(final List<ImageCode> codes, final int values) {
		this.codes = codes;
		this.values = values;
		final ImageCode first = codes.get(0);
		grid = first.grid();
		perLayer = perLayer(values, first.hasMeans());
		planes = new float[perLayer * grid.layers() * codes.size()][grid.columns() * grid.rows()];
		labels = new String[perLayer];
		if (first.hasMeans()) {
			labels[values] = "patch mean";
			for (int image = 0; image < codes.size(); image++)
				for (int patch = 0; patch < grid.count(); patch++) set(image, patch, values, codes.get(image).mean(patch));
		}
	}

	/** Slices of one layer of patches; a code without values or means still is an image. */
	static int perLayer(final int values, final boolean means) {
		return values + (means || values == 0 ? 1 : 0);
	}

	void label(final int slice, final String text) {
		labels[slice] = text;
	}

	void set(final int image, final int patch, final int slice, final float value) {
		final int positions = grid.columns() * grid.rows();
		planes[(image * grid.layers() + patch / positions) * perLayer + slice][patch % positions] = value;
	}

	ImagePlus image(final String title, final String kind, final ImagePlus source) {
		final ImageStack stack = new ImageStack(grid.columns(), grid.rows());
		for (int i = 0; i < planes.length; i++) stack.addSlice(labels[i % perLayer], planes[i]);
		final ImagePlus image = ResultImages.stack(title, stack, 1, perLayer, grid.layers() * codes.size(), calibration(source.getCalibration()));
		new CodeProperties(image).write(kind, Titles.base(source), values / 2, codes.get(0));
		return image;
	}

	/** One pixel is one stride wide, and stands for the middle of its patch. */
	private Calibration calibration(final Calibration like) {
		final Calibration calibration = ResultImages.spatial(like);
		calibration.pixelWidth *= grid.stride();
		calibration.pixelHeight *= grid.stride();
		calibration.xOrigin = (like.xOrigin - (grid.shape().width() - 1) / 2.0) / grid.stride();
		calibration.yOrigin = (like.yOrigin - (grid.shape().height() - 1) / 2.0) / grid.stride();
		return calibration;
	}
}
