package io.github.sparsej.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;

import io.github.sparsej.imagej.FolderImages;
import io.github.sparsej.imagej.LearningImages;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/**
 * The keys that tell what to learn from: the active image, inside its selection if it has one, or all images of a folder.
 *
 * @param image  the active image, or null
 * @param folder path; blank for the active image
 * @param scope  which slices of each
 * @param color  what becomes of colours
 * @param depth  slices of a patch
 */
record ImageChoice(ImagePlus image, String folder, String scope, String color, int depth) {

	private static final String KEY = "folder";
	private static final String REMEDY = "use fewer patches, atoms or slices";

	/** Whether a folder is named, so that no image needs to be open. */
	boolean isFolder() {
		return folder != null && !folder.isBlank();
	}

	/** How many channels a patch has. */
	int channels() {
		final boolean joint = Keys.color(color) == SourceImages.Color.JOINT;
		if (!isFolder()) Check.image(image);
		return joint ? SourceImages.channels(isFolder() ? firstOfFolder() : image) : 1;
	}

	/**
	 * Reads the pixels; asks first whether learning from them fits into the memory.
	 *
	 * @throws IllegalArgumentException naming the folder, if there is no image in it
	 * @throws CancellationException    if the progress asks to stop between two files of a folder
	 */
	LearningImages read(final ModelSettings settings, final Progress progress) {
		if (isFolder()) return readFolder(settings, progress);
		requireMemory(settings, Check.image(image), 0);
		final List<Volume> volumes = volumes(image);
		return new LearningImages(image.getTitle(), Titles.base(image), image.getCalibration(), volumes, SourceImages.regions(image, volumes.size()));
	}

	private LearningImages readFolder(final ModelSettings settings, final Progress progress) {
		final Path path = Check.path(KEY, folder);
		final List<Volume> volumes = new ArrayList<>();
		ImagePlus first = null;
		long pixels = 0;
		int number = 0;
		final List<Path> files = FolderImages.files(KEY, path);
		for (final Path file : files) {
			if (!progress.report((double) number / files.size(), "Reading file " + ++number + " of " + files.size())) throw new CancellationException("stopped while images were read");
			final ImagePlus found = FolderImages.open(file);
			if (found == null) Notes.say(file.getFileName() + " is no image that ImageJ reads, and is passed over");
			else {
				if (first == null) first = found;
				requireMemory(settings, found, pixels);
				volumes.addAll(volumes(found));
				pixels += pixels(settings, found);
			}
		}
		if (first == null) throw noImage();
		final String name = Objects.toString(path.toAbsolutePath().normalize().getFileName(), folder); // the root of a disk has no name
		return new LearningImages(name, name, first.getCalibration(), volumes, Collections.nCopies(volumes.size(), null));
	}

	private ImagePlus firstOfFolder() {
		for (final Path file : FolderImages.files(KEY, Check.path(KEY, folder))) {
			final ImagePlus found = FolderImages.open(file);
			if (found != null) return found;
		}
		throw noImage();
	}

	private IllegalArgumentException noImage() {
		return new IllegalArgumentException(KEY + "=[" + folder + "]: none of its files is an image that ImageJ reads");
	}

	private List<Volume> volumes(final ImagePlus source) {
		return depth > 1 ? Keys.stacks(source, scope, color, depth) : Keys.volumes(source, scope, color);
	}

	private long pixels(final ModelSettings settings, final ImagePlus source) {
		final long slices = Keys.isAll(scope) ? (long) source.getNSlices() * source.getNFrames() : depth > 1 ? source.getNSlices() : 1;
		return slices * source.getWidth() * source.getHeight() * (Keys.LUMINANCE.equals(color) ? 1 : SourceImages.channels(source));
	}

	/** @param before pixels that are read already, and will be filtered with all others */
	private void requireMemory(final ModelSettings settings, final ImagePlus source, final long before) {
		Memory.require(settings.bytesNeeded() + Float.BYTES * (before + 3 * pixels(settings, source)), REMEDY);
	}
}
