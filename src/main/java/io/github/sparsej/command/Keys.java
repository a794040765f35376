package io.github.sparsej.command;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSelection;

/** Choices that several commands share, as they stand in macros. */
final class Keys {

	static final String UNIFORM = "Uniform", HIGH_CONTRAST = "High contrast";
	static final String CURRENT_SLICE = "Current slice", ALL_SLICES = "All slices";
	static final String LUMINANCE = "Luminance", JOINT = "Joint", SEPARATE = "Separate";
	static final String NONE = "None", OLSHAUSEN_FIELD = "Olshausen-Field", SHL = "SHL", ZCA = "ZCA";
	static final String HEBBIAN = "Hebbian", ONLINE = "Online", KSVD = "K-SVD", MOD = "MOD", CLOSED_FORMS = "Closed forms";
	static final String RELAXED = "Relaxed", LASSO = "Lasso";
	static final String ONE_OVER_F = "1/f", WHITE_NOISE = "White noise", PATCHES = "Patches", DCT = "DCT", STACK = "Stack";
	static final String NOTEBOOK_2018 = "Notebook 2018", PAPER_2019 = "Paper 2019";
	static final String LOW = "Low", HIGH = "High", DIGITS = "Digits", MICROGRAPH = "Micrograph";
	static final String LOCAL_CONTRAST = "Local contrast normalization";

	/** A patch wider than this is no patch; the limit keeps mistyped sizes from asking for all memory. */
	static final int LARGEST_PATCH = 256;

	/** Widest Gaussian window of local contrast normalisation, px. */
	static final int WIDEST_SIGMA = 1000;

	private Keys() {}

	/** Whether key scope asks for all slices. */
	static boolean isAll(final String scope) {
		return Check.choice("scope", scope, CURRENT_SLICE, ALL_SLICES).equals(ALL_SLICES);
	}

	/** The planes of an image that keys scope and color ask for. */
	static List<Volume> volumes(final ImagePlus image, final String scope, final String color) {
		final SourceImages.Color colors = color(color);
		return isAll(scope) ? SourceImages.allSlices(image, colors) : SourceImages.currentSlice(image, colors);
	}

	/** How many channels each of the {@link #volumes} will have. */
	static int channels(final ImagePlus image, final String color) {
		return color(color) == SourceImages.Color.JOINT ? SourceImages.channels(image) : 1;
	}

	/** How many {@link #volumes} there will be, without reading them. */
	static long planes(final ImagePlus image, final String scope, final String color) {
		final long slices = isAll(scope) ? (long) image.getNSlices() * image.getNFrames() : 1;
		return color(color) == SourceImages.Color.SEPARATE ? slices * SourceImages.channels(image) : slices;
	}

	/** The stacks of an image that keys scope and color ask for, for patches with depth. */
	static List<Volume> stacks(final ImagePlus image, final String scope, final String color, final int depth) {
		if (image.getNSlices() < depth) throw new IllegalArgumentException("depth=" + depth + ": " + image.getTitle() + " has " + image.getNSlices() + " z slices");
		final SourceImages.Color colors = color(color);
		return isAll(scope) ? SourceImages.allStacks(image, colors) : SourceImages.currentStack(image, colors);
	}

	static PatchSelection selection(final String selection) {
		return Check.choice("selection", selection, UNIFORM, HIGH_CONTRAST).equals(UNIFORM) ? PatchSelection.UNIFORM : PatchSelection.HIGH_CONTRAST;
	}

	static SourceImages.Color color(final String color) {
		return switch (Check.choice("color", color, LUMINANCE, JOINT, SEPARATE)) {
			case JOINT -> SourceImages.Color.JOINT;
			case SEPARATE -> SourceImages.Color.SEPARATE;
			default -> SourceImages.Color.LUMINANCE;
		};
	}
}
