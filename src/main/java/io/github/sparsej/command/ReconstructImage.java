package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.code.CodeImages;
import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageDecoder;
import io.github.sparsej.whiten.NoFilter;

/** Puts images together from their sparse codes. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Reconstruct Image...", description = "Puts images together from their sparse codes", initializer = SparseJCommand.PREPARE)
public final class ReconstructImage extends SparseJCommand {

	@Parameter(label = "Code", required = false, description = "The code to reconstruct from; the active image unless named")
	private ImagePlus code;

	@Parameter(label = "Dictionary", persist = false, description = "Title of the open stack of atoms the code was made with")
	private String dictionary = "";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus reconstruction;

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(code);
		final List<ImageCode> encoded = Unstoppable.call(() -> CodeImages.read(code), progress, 0, "Reading code");
		final SparseModel model = AtomStacks.read(AtomStacks.find("dictionary", dictionary));
		if (!CodeImages.isOf(code, model.dictionary())) Notes.say(code.getTitle() + " was made with other atoms than those of " + dictionary + ": the reconstruction may mean nothing");
		final List<Volume> images = new ArrayList<>();
		for (final ImageCode each : encoded) {
			final Optional<Volume> image = new ImageDecoder(model, parallel()).decode(each, progress.part((double) images.size() / encoded.size(), (images.size() + 1.0) / encoded.size()));
			if (image.isEmpty()) return;
			images.add(image.get());
		}
		final String source = CodeImages.source(code);
		reconstruction = CodeImages.sourceLike(code, source + "-reconstruction", images);
		if (!(model.filter() instanceof NoFilter))
			Notes.say(reconstruction.getTitle() + " lives in the space of the filtered image: compare it with " + source + " after Whiten Image with method " + model.filter().name() + ", not with " + source + " itself");
	}
}
