package io.github.sparsej.imagej.atoms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.store.ModelFormatException;
import io.github.sparsej.store.ModelHeader;
import io.github.sparsej.store.ModelJson;
import io.github.sparsej.store.ReadModel;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.PatchCentering;

/**
 * Models as image stacks and back: one slice an atom (channels and depth as further dimensions), all else as JSON in the
 * image's Info, which ImageJ keeps in its TIFF files. Any other stack serves as a dictionary too.
 */
public final class AtomStacks {

	/** Atoms per patch where a stack does not tell how it was learned. */
	private static final int FOREIGN_NONZEROS = 10;

	private static final String INFO = "Info";

	private AtomStacks() {}

	/** The model as a stack of its atoms, with pixels of the size they have in the source image. */
	public static ImagePlus toImage(final String title, final SparseModel model, final Calibration source) {
		final Dictionary dictionary = model.dictionary();
		final double[] activity = model.homeostasis().activity();
		final ImagePlus image = VectorStacks.of(title, dictionary.shape(), dictionary.atomCount(), dictionary::atom, i -> "atom " + (i + 1) + (activity[i] > 0 ? String.format(Locale.ROOT, " used=%.4f", activity[i]) : ""), source);
		image.setProperty(INFO, ModelJson.write(model));
		return image;
	}

	/** The titles of all open images, for a choice of a dictionary: models first, the newest before the others. */
	public static List<String> titles() {
		final List<String> titles = new ArrayList<>();
		for (final ImagePlus image : Titles.images()) if (!titles.contains(image.getTitle())) titles.add(isModel(image) ? 0 : titles.size(), image.getTitle());
		return titles;
	}

	/**
	 * The stack of atoms that a key names; where the key is left out, the only open image that is a model.
	 *
	 * @throws IllegalArgumentException naming the key, the title and what is open
	 */
	public static ImagePlus find(final String key, final String title) {
		final List<ImagePlus> models = Titles.images().stream().filter(AtomStacks::isModel).toList();
		return (title == null || title.isBlank()) && models.size() == 1 ? models.get(0) : Titles.find(key, title);
	}

	/** Whether the image says that it is a model. */
	public static boolean isModel(final ImagePlus image) {
		return image.getProperty(INFO) instanceof String info && ModelJson.isModel(info);
	}

	/**
	 * The model that a stack holds. What does not fit (slices deleted or resized, atoms edited, no model at all) is said in
	 * the Log, and what can still be used is used.
	 *
	 * @throws IllegalArgumentException if its slices cannot be atoms
	 */
	public static SparseModel read(final ImagePlus image) {
		if (!isModel(image)) {
			Notes.say(image.getTitle() + " has no model stored with it: every slice is taken as an atom of " + image.getWidth() + " x " + image.getHeight() + " px, for patches without their mean");
			return foreign(image);
		}
		final String json = (String) image.getProperty(INFO);
		try {
			final ModelHeader header = ModelJson.header(json);
			if (!fits(header, image)) {
				notUsed(image, "it has " + header.atomCount() + " atoms of " + header.shape() + ", the stack " + image.getStackSize() + " slices of " + image.getWidth() + " x " + image.getHeight());
				return foreign(image);
			}
			final ReadModel read = ModelJson.read(json, dictionary(image, header.shape(), header.atomCount()));
			for (final String note : read.notes()) Notes.say(image.getTitle() + ": " + note);
			return read.model();
		}
		catch (final ModelFormatException e) {
			notUsed(image, e.getMessage());
			return foreign(image);
		}
	}

	private static boolean fits(final ModelHeader header, final ImagePlus image) {
		final PatchShape shape = header.shape();
		return image.getWidth() == shape.width() && image.getHeight() == shape.height() && image.getStackSize() == (long) header.atomCount() * shape.depth() * shape.channels();
	}

	private static void notUsed(final ImagePlus image, final String why) {
		Notes.say("the model stored with " + image.getTitle() + " is not used, its slices serve as atoms: " + why);
	}

	private static SparseModel foreign(final ImagePlus image) {
		if (image.getType() == ImagePlus.COLOR_RGB) throw new IllegalArgumentException(image.getTitle() + " is RGB: to serve as a dictionary, convert it to 32-bit or make its colours channels");
		final int channels = image.getNChannels();
		final PatchShape shape = new PatchShape(image.getWidth(), image.getHeight(), 1, channels);
		final int atomCount = image.getStackSize() / channels;
		return new SparseModel(NoFilter.INSTANCE, PatchCentering.INSTANCE, dictionary(image, shape, atomCount), new OmpOptions(Math.min(FOREIGN_NONZEROS, atomCount), 0),
			HomeostasisState.neutral(NoHomeostasis.NAME, atomCount), Provenance.UNKNOWN);
	}

	/** The l2 norms that the atoms have in a stack, before they are normalised. */
	public static double[] norms(final ImagePlus image, final PatchShape shape) {
		final int length = shape.length();
		final float[] atoms = pixels(image, shape, image.getStackSize() / (shape.depth() * shape.channels()));
		final double[] norms = new double[atoms.length / length];
		for (int j = 0; j < atoms.length; j++) norms[j / length] += (double) atoms[j] * atoms[j];
		for (int i = 0; i < norms.length; i++) norms[i] = Math.sqrt(norms[i]);
		return norms;
	}

	/** The atoms, bit by bit where they have unit norm, else normalised with a note. */
	private static Dictionary dictionary(final ImagePlus image, final PatchShape shape, final int atomCount) {
		final float[] atoms = pixels(image, shape, atomCount);
		try {
			return Dictionary.ofUnitAtoms(shape, atomCount, atoms);
		}
		catch (final IllegalArgumentException notUnit) {
			final Dictionary normalised = Dictionary.normalized(shape, atomCount, atoms);
			Notes.say("the atoms of " + image.getTitle() + " were normalised to unit l2 norm");
			return normalised;
		}
	}

	private static float[] pixels(final ImagePlus image, final PatchShape shape, final int atomCount) {
		if ((long) atomCount * shape.length() > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(image.getTitle() + " is too large for a dictionary: " + atomCount + " atoms of " + shape);
		final int plane = shape.width() * shape.height();
		final float[] atoms = new float[atomCount * shape.length()];
		for (int i = 0; i < atomCount; i++)
			for (int z = 0; z < shape.depth(); z++)
				for (int c = 0; c < shape.channels(); c++) {
					final int index = (i * shape.depth() + z) * shape.channels() + c + 1; // ImageJ's order: channel, slice, frame
					final float[] slice = (float[]) image.getStack().getProcessor(index).convertToFloatProcessor().getPixels();
					System.arraycopy(slice, 0, atoms, i * shape.length() + (c * shape.depth() + z) * plane, plane);
				}
		return atoms;
	}
}
