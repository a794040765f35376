package io.github.sparsej.imagej.code;

import java.awt.Color;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.model.PatchShape;

/** Placed atoms as points at their middles: a colour for each atom, dots where the coefficient is positive, circles where it is negative. */
public final class PlacedAtomOverlay {

	private static final String POSITIVE = "+", NEGATIVE = "-";

	private PlacedAtomOverlay() {}

	/** @param image that was encoded, whose slices are those of the code */
	static Overlay of(final ImagePlus image, final PlacedCode code) {
		final Overlay overlay = new Overlay();
		for (int n = 0; n < code.codes().size(); n++) {
			final TreeMap<String, PointRoi> points = new TreeMap<>();
			final PlacedAtoms placed = code.codes().get(n);
			for (int i = 0; i < placed.count(); i++) {
				final boolean positive = placed.coefficient(i) >= 0;
				final int atom = placed.atom(i);
				points.computeIfAbsent("atom " + (atom + 1) + (positive ? POSITIVE : NEGATIVE), name -> point(name, positive, (float) atom / code.atomCount()))
					.addPoint(middle(placed.x(i), code.shape().width()), middle(placed.y(i), code.shape().height()));
			}
			for (final PointRoi roi : points.values()) {
				setPosition(roi, image, n);
				overlay.add(roi, roi.getName());
			}
		}
		return overlay;
	}

	/** In ImageJ's coordinates, in which a pixel is from i to i + 1. */
	private static double middle(final int first, final int size) {
		return first + size / 2.0;
	}

	private static PointRoi point(final String name, final boolean positive, final float hue) {
		final PointRoi roi = new PointRoi();
		roi.setName(name);
		roi.setPointType(positive ? PointRoi.DOT : PointRoi.CIRCLE);
		roi.setStrokeColor(Color.getHSBColor(hue, 1, 1));
		return roi;
	}

	private static void setPosition(final Roi roi, final ImagePlus image, final int number) {
		final int slices = image.getNSlices(), z = number % slices + 1, t = number / slices + 1;
		if (image.getNChannels() > 1 || slices > 1 && image.getNFrames() > 1) roi.setPosition(0, z, t);
		else if (image.getStackSize() > 1) roi.setPosition(number + 1);
	}

	/** All placed atoms as a table: image (from 1), atom (from 1), middle in the units of the image, coefficient. */
	public static ResultsTable table(final ImagePlus image, final PlacedCode code) {
		final ResultsTable table = new ResultsTable();
		final PatchShape shape = code.shape();
		for (int n = 0; n < code.codes().size(); n++) {
			final PlacedAtoms placed = code.codes().get(n);
			for (int i = 0; i < placed.count(); i++) {
				table.incrementCounter();
				table.addValue("Image", n + 1);
				table.addValue("Atom", placed.atom(i) + 1);
				table.addValue("X", image.getCalibration().getX(placed.x(i) + (shape.width() - 1) / 2.0));
				table.addValue("Y", image.getCalibration().getY(placed.y(i) + (shape.height() - 1) / 2.0));
				table.addValue("Coefficient", placed.coefficient(i));
			}
		}
		return table;
	}
}
