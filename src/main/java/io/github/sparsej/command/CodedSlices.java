package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/**
 * Codes of slices without their residuals, of which only some are in memory at a time.
 *
 * @param codes    of each slice
 * @param residual l2 norm of what is left of all slices together, as a share of that of the slices; 0 where these are all 0
 */
record CodedSlices(List<PlacedAtoms> codes, double residual) {

	private static final int SLICES_AT_A_TIME = 64;

	/** Empty if the progress asked to stop. */
	static Optional<CodedSlices> of(final PreparedConvolutionalEncoder encoder, final List<Volume> slices, final Progress progress) {
		final List<PlacedAtoms> codes = new ArrayList<>();
		double energy = 0, left = 0;
		for (int begin = 0; begin < slices.size(); begin += SLICES_AT_A_TIME) {
			final int end = Math.min(slices.size(), begin + SLICES_AT_A_TIME);
			for (final CodedImage coded : encoder.encode(List.copyOf(slices.subList(begin, end)), progress.part((double) begin / slices.size(), (double) end / slices.size()))) {
				if (coded.stopReason() == StopReason.CANCELLED) return Optional.empty();
				codes.add(coded.atoms());
				energy += coded.norm() * coded.norm();
				left += coded.residualNorm() * coded.residualNorm();
			}
		}
		return Optional.of(new CodedSlices(codes, energy > 0 ? Math.sqrt(left / energy) : 0));
	}

	/** Entries of all codes. */
	long placed() {
		return codes.stream().mapToLong(PlacedAtoms::count).sum();
	}
}
