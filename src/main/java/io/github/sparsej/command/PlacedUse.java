package io.github.sparsej.command;

import java.util.Arrays;

import ij.ImagePlus;

import io.github.sparsej.convolve.AtomPlaces;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.code.PlacedCode;
import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.learn.record.AtomUse;
import io.github.sparsej.model.Dictionary;

/** How a code of placed atoms uses the atoms of a dictionary. */
final class PlacedUse {

	private final PlacedCode code;
	private final AtomUse use;

	/**
	 * @param image with the code
	 * @throws IllegalArgumentException if it is a code of other atoms
	 */
	PlacedUse(final ImagePlus image, final ImagePlus stack, final Dictionary dictionary) {
		code = PlacedCodeImages.read(image);
		if (code.layer() > 1) throw new IllegalArgumentException("image=[" + image.getTitle() + "]: it is a code of layer " + code.layer() + "; statistics are those of layer 1, whose atoms the stack shows");
		if (code.atomCount() != dictionary.atomCount() || !code.shape().equals(dictionary.shape()))
			throw new IllegalArgumentException("image=[" + image.getTitle() + "]: it places " + code.atomCount() + " atoms of " + code.shape() + ", but " + stack.getTitle() + " has " + dictionary.atomCount() + " of " + dictionary.shape());
		if (!PlacedCodeImages.isOf(image, dictionary)) Notes.say(image.getTitle() + " was made with other atoms than those of " + stack.getTitle());
		use = AtomUse.ofCounts(code.codes().size(), Arrays.stream(AtomPlaces.uses(code.codes(), code.atomCount())).mapToInt(Math::toIntExact).toArray());
	}

	/** How often each atom is placed. */
	double[] uses() {
		return Arrays.stream(use.counts()).asDoubleStream().toArray();
	}

	/** Adds the columns of use. */
	ResultsRow addTo(final ResultsRow row) {
		final long placed = Arrays.stream(use.counts()).asLongStream().sum();
		return row.add("Images", code.codes().size()).add("Placed atoms", placed).add("Unused atoms", use.unusedAtoms()).add("Entropy of use (0-1)", use.entropy());
	}
}
