package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.code.PlacedCode;
import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Volume;

/** Puts images together from the atoms that a code places in them. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Reconstruct Convolutional...", description = "Puts images together from the atoms that a code places in them", initializer = SparseJCommand.PREPARE)
public final class ReconstructConvolutional extends SparseJCommand {

	@Parameter(label = "Code", required = false, description = "The code to reconstruct from; the active image unless named")
	private ImagePlus code;

	@Parameter(label = "Dictionary", persist = false, description = "Title of the open stack of atoms the code was made with")
	private String dictionary = "";

	@Parameter(label = "Without atom (0 = all atoms)", min = "0", persist = false, description = "Number of an atom that is left out")
	private Integer without = 0;

	@Parameter(label = "One image per atom", persist = false, description = "What each atom contributes, one slice an atom")
	private Boolean separate = false;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus reconstruction;

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(code);
		final PlacedCode placed = PlacedCodeImages.read(code);
		final ConvolutionalNetwork network = NetworkOf.dictionary(dictionary, 1);
		final Layer layer = layer(network, placed);
		final int left = Check.range("without", without, 0, placed.atomCount());
		final boolean apart = Check.flag("separate", separate);
		if (!PlacedCodeImages.isOf(code, layer.dictionary())) Notes.say(code.getTitle() + " was made with other atoms than those of " + dictionary + ": the reconstruction may mean nothing");
		Memory.require((long) Float.BYTES * placed.width() * placed.height() * placed.shape().channels() * placed.codes().size() * (apart ? placed.atomCount() : 1), apart ? "use separate=false" : "encode fewer slices");
		final Dictionary atoms = placed.masked() ? MaskTreatment.EXACT.atoms(layer.dictionary(), layer.mask().values(placed.shape())) : layer.dictionary();
		final List<Volume> images = apart ? atomByAtom(placed, atoms, left, progress) : whole(placed, atoms, left, progress);
		if (images.isEmpty()) return;
		final String source = PlacedCodeImages.source(code);
		final boolean likeSource = !apart && placed.layer() == 1;
		reconstruction = likeSource ? PlacedCodeImages.sourceLike(code, source + "-reconstruction", images) : ResultImages.ofSlices(source + "-reconstruction", images, images.size() / placed.codes().size(), PlacedCodeImages.sourceCalibration(code));
		if (apart) label(left, placed.atomCount());
		tell(source, network, placed);
	}

	private Layer layer(final ConvolutionalNetwork network, final PlacedCode placed) {
		if (placed.layer() > network.layers().size()) throw new IllegalArgumentException("dictionary=[" + dictionary + "]: " + code.getTitle() + " is a code of layer " + placed.layer() + ", but the dictionary has " + network.layers().size());
		final Layer layer = network.layers().get(placed.layer() - 1);
		if (layer.dictionary().atomCount() != placed.atomCount() || !layer.dictionary().shape().equals(placed.shape()))
			throw new IllegalArgumentException("dictionary=[" + dictionary + "]: it has " + layer.dictionary().atomCount() + " atoms of " + layer.dictionary().shape() + ", but " + code.getTitle() + " places " + placed.atomCount() + " atoms of " + placed.shape());
		return layer;
	}

	private static List<Volume> whole(final PlacedCode placed, final Dictionary atoms, final int left, final ProgressBar progress) {
		return each(placed.codes().size(), n -> {
			final PlacedAtoms code = placed.codes().get(n);
			return left == 0 ? Rebuilt.image(code, atoms, placed.width(), placed.height()) : Rebuilt.without(left - 1, code, atoms, placed.width(), placed.height());
		}, progress);
	}

	/** Image by image, in each atom by atom. */
	private static List<Volume> atomByAtom(final PlacedCode placed, final Dictionary atoms, final int left, final ProgressBar progress) {
		final int each = placed.atomCount() - (left == 0 ? 0 : 1);
		return each(placed.codes().size() * each, i -> Rebuilt.only(atom(i % each, left), placed.codes().get(i / each), atoms, placed.width(), placed.height()), progress);
	}

	/** The atom (from 0) of a slice (from 0) where one (from 1, or 0) is left out. */
	private static int atom(final int slice, final int left) {
		return left > 0 && slice >= left - 1 ? slice + 1 : slice;
	}

	/** Empty if stopped. */
	private static List<Volume> each(final int count, final IntFunction<Volume> image, final ProgressBar progress) {
		final List<Volume> images = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			if (!progress.report((double) i / count, "Reconstructing")) return List.of();
			images.add(image.apply(i));
		}
		return images;
	}

	private void label(final int left, final int atomCount) {
		final int channels = reconstruction.getNChannels(), each = atomCount - (left == 0 ? 0 : 1);
		for (int i = 0; i < reconstruction.getStackSize(); i++) reconstruction.getStack().setSliceLabel("atom " + (atom(i / channels % each, left) + 1), i + 1);
	}

	private void tell(final String source, final ConvolutionalNetwork network, final PlacedCode placed) {
		if (placed.layer() > 1) Notes.say(reconstruction.getTitle() + " is what layer " + placed.layer() + " sees: maps of layer " + (placed.layer() - 1) + ", one a channel");
		else if (!network.filters().isEmpty())
			Notes.say(reconstruction.getTitle() + " lives in the space of the filtered image (" + network.filters().stream().map(ImageFilter::name).collect(Collectors.joining(", ")) + "): compare it with what Encode Convolutional shows of " + source + " with filtered=true");
	}
}
