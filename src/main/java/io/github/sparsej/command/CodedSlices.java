package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/**
 * Codes of slices without their residuals, of which only some are in memory at a time.
 *
 * @param codes    of each slice; where encoding was stopped, the last that was begun may be unfinished, and those that were not are empty
 * @param begun    slices that were begun
 * @param residual l2 norm of what is left of these together, as a share of that of the slices; 0 where these are all 0
 * @param complete whether all slices were encoded to their end
 */
record CodedSlices(List<PlacedAtoms> codes, int begun, double residual, boolean complete) {

	private static final int SLICES_AT_A_TIME = 64;

	/** Empty if the progress asked to stop before any atom was placed. */
	static Optional<CodedSlices> of(final PreparedConvolutionalEncoder encoder, final List<Volume> slices, final Progress progress) {
		final List<PlacedAtoms> codes = new ArrayList<>();
		final double[] energies = new double[2];
		boolean complete = true;
		for (int begin = 0; begin < slices.size() && complete; begin += SLICES_AT_A_TIME) {
			final int end = Math.min(slices.size(), begin + SLICES_AT_A_TIME);
			complete = add(encoder.encode(List.copyOf(slices.subList(begin, end)), progress.part((double) begin / slices.size(), (double) end / slices.size())), codes, energies);
		}
		if (codes.isEmpty()) return Optional.empty();
		final int begun = codes.size();
		while (codes.size() < slices.size()) codes.add(PlacedAtoms.none(encoder.dictionary().atomCount()));
		return Optional.of(new CodedSlices(codes, begun, energies[0] > 0 ? Math.sqrt(energies[1] / energies[0]) : 0, complete));
	}

	/** Adds codes up to the one that was broken off, this too if it has an atom; false if there was one. */
	private static boolean add(final List<CodedImage> images, final List<PlacedAtoms> codes, final double[] energies) {
		for (final CodedImage coded : images) {
			final boolean stopped = coded.stopReason() == StopReason.CANCELLED;
			if (stopped && coded.atoms().count() == 0) return false;
			codes.add(coded.atoms());
			energies[0] += coded.norm() * coded.norm();
			energies[1] += coded.residualNorm() * coded.residualNorm();
			if (stopped) return false;
		}
		return true;
	}

	/** Entries of all codes. */
	long placed() {
		return codes.stream().mapToLong(PlacedAtoms::count).sum();
	}

	/**
	 * What the codes leave of their slices.
	 *
	 * @param slices     those that were encoded; not modified
	 * @param dictionary of the codes
	 */
	List<Volume> rest(final List<Volume> slices, final Dictionary dictionary) {
		final List<Volume> left = new ArrayList<>();
		for (int n = 0; n < codes.size(); n++) left.add(Rebuilt.residual(slices.get(n), codes.get(n), dictionary));
		return left;
	}
}
