package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.imagej.AtomStacks;
import io.github.sparsej.imagej.CodeImages;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageCoder;

/** Describes every patch of an image by few atoms of a dictionary. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Encode Image...", initializer = SparseJCommand.PREPARE)
public final class EncodeImage extends SparseJCommand {

	/** Atom and coefficient, in the code and in the image of it; offsets, mean and reason. */
	private static final long BYTES_PER_NONZERO = 16, BYTES_PER_PATCH = 13;

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(label = "Dictionary", persist = false, description = "Title of an open stack of atoms")
	private String dictionary = "";

	@Parameter(label = "Encoder", choices = { EncoderChoice.AS_LEARNED, EncoderChoice.MATCHING_PURSUIT, EncoderChoice.OMP }, persist = false)
	private String encoder = EncoderChoice.AS_LEARNED;

	@Parameter(label = "Nonzeros per patch", min = "1", persist = false, description = "Most atoms per patch")
	private Integer nonzeros = EncoderChoice.NONZEROS;

	@Parameter(label = "Tolerance (l2 norm of the residual)", min = "0", persist = false, description = "A patch is good enough when its residual is this small; 0 = never")
	private Double tolerance = 0.0;

	@Parameter(label = "Nonnegative coefficients", persist = false)
	private Boolean nonnegative = false;

	@Parameter(label = "Remove the mean of each patch", persist = false)
	private Boolean removemean = true;

	@Parameter(label = "Stride (px)", min = "1", persist = false, description = "Distance of neighbouring patches, at most the patch size")
	private Integer stride = 4;

	@Parameter(label = "Output", choices = { "Compact", "Maps" }, persist = false, description = "Compact: slices of atom numbers, then of coefficients. Maps: one slice an atom")
	private String output = "Compact";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus code;

	@Override
	List<String> titleInputs() {
		return List.of("dictionary");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		final boolean maps = Check.choice("output", output, "Compact", "Maps").equals("Maps");
		final SparseModel stored = AtomStacks.read(AtomStacks.find("dictionary", dictionary));
		Check.range("stride", stride, 1, Math.max(stored.shape().width(), stored.shape().height()));
		final EncoderSettings settings = new EncoderChoice(encoder, nonzeros, isGiven("nonzeros"), tolerance, isGiven("tolerance"), Check.flag("nonnegative", nonnegative)).settings(stored);
		final SparseModel model = EncoderChoice.withMeans(stored, Check.flag("removemean", removemean));
		final Volume volume = SourceImages.forModel(image, model);
		final long patches = PatchGrid.covering(volume.width(), volume.height(), volume.depth(), model.shape(), stride).count();
		Memory.require(patches * (Encoders.options(settings).mostNonzeros(model.dictionary().atomCount()) * BYTES_PER_NONZERO + BYTES_PER_PATCH), "use a larger stride");
		final ImageCode encoded = new ImageCoder(model, settings, stride, parallel()).encode(volume, progress);
		if (!encoded.isComplete()) return;
		final String title = Titles.base(image) + "-code";
		if (maps) Memory.require(CodeImages.bytesOfMaps(encoded), "use output=Compact or a larger stride");
		code = maps ? CodeImages.maps(title, encoded, image) : CodeImages.compact(title, encoded, image);
		CodeImages.setDictionary(code, model.dictionary());
		if (SourceImages.hasRegion(image)) Notes.say("the selection of " + image.getTitle() + " is not used: the whole image was encoded");
	}
}
