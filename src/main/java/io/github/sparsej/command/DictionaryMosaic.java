package io.github.sparsej.command;

import java.util.Arrays;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.analyze.AtomOrder;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.atoms.AtomMosaic;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.atoms.MosaicLayout;
import io.github.sparsej.imagej.plot.LearnedUse;
import io.github.sparsej.model.SparseModel;

/** Atoms of a dictionary side by side in one picture. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Dictionary Mosaic", description = "Shows the atoms of a dictionary side by side in one picture", initializer = SparseJCommand.PREPARE)
public final class DictionaryMosaic extends SparseJCommand {

	private static final String NATURAL = "Natural", BY_USE = "By use", RAREST_AND_MOST_USED = "Rarest and most used", RANDOM = "Random";

	@Parameter(label = "Dictionary", required = false, description = "The stack of atoms; the active one unless named")
	private ImagePlus dictionary;

	@Parameter(label = "Order", choices = { NATURAL, BY_USE, RAREST_AND_MOST_USED, RANDOM }, persist = false, description = "Use is what the dictionary remembers of its learning")
	private String order = NATURAL;

	@Parameter(label = "Columns (0 = automatic)", min = "0", persist = false, description = "0: as many as hold all atoms, with rows 0 near to a square")
	private Integer columns = 0;

	@Parameter(label = "Rows (0 = all atoms)", min = "0", persist = false, description = "With columns: only so many atoms as fit are shown")
	private Integer rows = 0;

	@Parameter(label = "Seed", persist = false, description = "Of the random order")
	private Integer seed = 42;

	@Parameter(label = "Inverted LUT", persist = false, description = "Positive values dark, as in the figures of Perrinet (2019)")
	private Boolean inverted = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus mosaic;

	@Override
	void execute(final ProgressBar progress) {
		Check.image(dictionary);
		final AtomOrder by = order();
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final boolean positiveDark = Check.flag("inverted", inverted);
		final SparseModel model = AtomStacks.read(dictionary);
		final int atoms = model.dictionary().atomCount();
		final MosaicLayout layout = MosaicLayout.of(Check.range("columns", columns, 0, atoms), Check.range("rows", rows, 0, atoms), atoms).withPositiveDark(positiveDark);
		final double[] use = LearnedUse.learned(model.homeostasis());
		if (by.needsUse() && Arrays.stream(use).allMatch(share -> share == 0))
			throw new IllegalArgumentException("order=[" + order + "]: " + dictionary.getTitle() + " does not know how often its atoms are used; only learning records that, and " + NATURAL + " and " + RANDOM + " do without");
		mosaic = AtomMosaic.of(Titles.without(dictionary, "-atoms") + "-mosaic", model.dictionary(), by.first(use, layout.places(), seed), layout, dictionary.getCalibration());
	}

	private AtomOrder order() {
		return switch (Check.choice("order", order, NATURAL, BY_USE, RAREST_AND_MOST_USED, RANDOM)) {
			case BY_USE -> AtomOrder.BY_USE;
			case RAREST_AND_MOST_USED -> AtomOrder.RAREST_AND_MOST_USED;
			case RANDOM -> AtomOrder.RANDOM;
			default -> AtomOrder.NATURAL;
		};
	}
}
