package io.github.sparsej.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.batch.InputFiles;
import io.github.sparsej.imagej.file.FileVolumes;
import io.github.sparsej.imagej.source.LearningImages;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;

/**
 * The keys that tell what to learn from: the active image, inside its selection if it has one, or all images of a folder. Of these
 * one file at a time is in memory; files that cannot be opened or do not do are passed over.
 *
 * @param image  the active image, or null
 * @param folder path; blank for the active image
 * @param batch  the files of a batch, which come before both; null outside of one
 * @param scope  which slices of each
 * @param color  what becomes of colours
 * @param depth  slices of a patch
 */
record ImageChoice(ImagePlus image, String folder, InputFiles batch, String scope, String color, int depth) {

	/** Hears of each file whether it is learned from. */
	@FunctionalInterface
	interface Seen {
		/** @param reason why the file is passed over; empty where it is not */
		void file(Path file, String reason);
	}

	private static final String KEY = "folder";
	private static final String REMEDY = "use fewer patches, atoms or slices";
	private static final String PER_FILE_REMEDY = "use fewer patches or atoms, or smaller images";

	/** Whether files are named, so that no image needs to be open. */
	private boolean isFolder() {
		return batch != null || folder != null && !folder.isBlank();
	}

	private InputFiles files() {
		return batch != null ? batch : InputFiles.find(KEY, Check.path(KEY, folder), InputFiles.ALL, false);
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
	 * @param seen hears of files only
	 * @throws IllegalArgumentException naming the folder, if there is no image in it
	 * @throws CancellationException    if the progress asks to stop between two files of a folder
	 */
	LearningImages read(final ModelSettings settings, final Progress progress, final Seen seen) {
		if (isFolder()) return readFolder(settings, progress, seen);
		requireMemory(settings, Check.image(image), REMEDY);
		final List<Volume> volumes = volumes(image);
		return new LearningImages(image.getTitle(), Titles.base(image), image.getCalibration(), volumes, SourceImages.regions(image, volumes.size()));
	}

	private LearningImages readFolder(final ModelSettings settings, final Progress progress, final Seen seen) {
		final InputFiles files = files();
		final FileVolumes volumes = new FileVolumes(file -> reopened(files.folder().resolve(file), progress));
		Calibration calibration = null;
		int number = 0;
		for (final Path file : files.files()) {
			final double fraction = (double) number / files.files().size();
			final String what = "Reading file " + ++number + " of " + files.files().size();
			if (!progress.report(fraction, what)) throw new CancellationException("stopped while images were read");
			try {
				final ImagePlus found = SourceFile.open(files.folder().resolve(file), (within, reading) -> progress.report(fraction, what));
				volumes.add(file, fitting(settings, found));
				if (calibration == null) calibration = found.getCalibration();
				seen.file(file, "");
			}
			catch (final IOException | IllegalArgumentException e) {
				seen.file(file, e.getMessage());
			}
		}
		if (calibration == null) throw noImage(files);
		final String name = Objects.toString(files.folder().getFileName(), files.folder().toString()); // the root of a disk has no name
		return new LearningImages(name, name, calibration, volumes, Collections.nCopies(volumes.size(), null));
	}

	/** How many images a file gives; throws where patches cannot be drawn from one of them. */
	private int fitting(final ModelSettings settings, final ImagePlus found) {
		requireMemory(settings, found, PER_FILE_REMEDY);
		final PatchSampler sampler = new PatchSampler(settings.shape(), new PatchSamplerOptions(settings.patches(), settings.selection(), PatchSamplerOptions.DEFAULT_OVERSAMPLING, settings.dataSeed()));
		final List<Volume> volumes = volumes(found);
		for (final Volume volume : volumes) {
			if (sampler.possiblePlaces(volume, null) == 0) throw new IllegalArgumentException("every patch of " + settings.shape() + " touches a pixel that is NaN or infinite");
			if (volume.width() < settings.crop() || volume.height() < settings.crop()) throw new IllegalArgumentException("an image of " + volume.width() + " x " + volume.height() + " pixels is smaller than a crop of " + settings.crop() + " x " + settings.crop());
		}
		return volumes.size();
	}

	private List<Volume> reopened(final Path file, final Progress progress) {
		try {
			return volumes(SourceFile.open(file, progress));
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(file + " could be read at first, and then no more: " + e.getMessage(), e);
		}
	}

	private ImagePlus firstOfFolder() {
		final InputFiles files = files();
		for (final Path file : files.files()) {
			try {
				return SourceFile.open(files.folder().resolve(file), Progress.NONE);
			}
			catch (final IOException | IllegalArgumentException passedOver) {
				continue; // said when all are read
			}
		}
		throw noImage(files);
	}

	private IllegalArgumentException noImage(final InputFiles files) {
		return new IllegalArgumentException((batch == null ? KEY : "input") + "=[" + (batch == null ? folder : files.folder()) + "]: none of its files is an image that ImageJ reads");
	}

	private List<Volume> volumes(final ImagePlus source) {
		return depth > 1 ? Keys.stacks(source, scope, color, depth) : Keys.volumes(source, scope, color);
	}

	private long pixels(final ModelSettings settings, final ImagePlus source) {
		final long slices = Keys.isAll(scope) ? (long) source.getNSlices() * source.getNFrames() : depth > 1 ? source.getNSlices() : 1;
		return slices * source.getWidth() * source.getHeight() * (Keys.LUMINANCE.equals(color) ? 1 : SourceImages.channels(source));
	}

	private void requireMemory(final ModelSettings settings, final ImagePlus source, final String remedy) {
		Memory.require(settings.bytesNeeded() + Float.BYTES * 3 * pixels(settings, source), remedy);
	}
}
