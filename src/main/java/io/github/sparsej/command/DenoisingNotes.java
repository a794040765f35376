package io.github.sparsej.command;

import java.util.List;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.restore.denoise.DenoisingReport;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;

/** What the Log says of a denoising. */
final class DenoisingNotes {

	private DenoisingNotes() {}

	/**
	 * @param images     how many there are to be denoised
	 * @param keepsAtoms whether the dictionary becomes an image
	 */
	static void tell(final String title, final DenoisingReport report, final List<List<NoiseModel>> noise, final int images, final boolean keepsAtoms) {
		if (noise.stream().flatMap(List::stream).allMatch(NoiseModel::isAbsent)) Notes.say(title + " has no noise: it stays as it is");
		if (noise.get(0).get(0) instanceof PoissonGaussianNoise && keepsAtoms && report.dictionary().learning().isPresent())
			Notes.say("the atoms of " + title + " are those of patches whose noise was made even: use them with method=Dictionary on images of the same kind of noise, not to encode images as they are");
		if (report.untouchedPixels() > 0) Notes.say(report.untouchedPixels() + " pixels of " + title + " stay as they are: they are NaN or infinite, or no patch without such pixels covers them");
		report.dictionary().learning().ifPresent(result -> LearningNotes.tell(result.replaced()));
		if (report.complete()) return;
		Notes.say(report.imagesDone() == 0 ? "stopped before anything was denoised" : "stopped: " + report.imagesDone() + " of " + images + " images of " + title + " are denoised, and kept");
	}
}
