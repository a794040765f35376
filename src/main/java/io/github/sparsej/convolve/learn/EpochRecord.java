package io.github.sparsej.convolve.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.sparsej.convolve.AtomPlaces;
import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.model.LearningCurve;

/** What is recorded of every epoch. For one run, of one thread. */
final class EpochRecord {

	private final List<Double> residuals = new ArrayList<>();
	private final List<Double> energies = new ArrayList<>();
	private final List<List<Double>> uses = new ArrayList<>();
	private final PlacedAtoms[] current;
	private final double[] norms;
	private final double[] residualNorms;
	private List<PlacedAtoms> codes = List.of();

	EpochRecord(final int images) {
		current = new PlacedAtoms[images];
		norms = new double[images];
		residualNorms = new double[images];
	}

	/** The code of an image in this epoch; its residual is not kept. */
	void put(final int image, final CodedImage coded) {
		current[image] = coded.atoms();
		norms[image] = coded.norm();
		residualNorms[image] = coded.residualNorm();
	}

	/** All images are coded. */
	void completeEpoch() {
		codes = List.of(current);
		residuals.add(Arrays.stream(residualNorms).average().orElseThrow());
		energies.add(IntStream.range(0, norms.length).filter(n -> norms[n] > 0).mapToDouble(n -> Math.pow(residualNorms[n] / norms[n], 2)).average().orElseThrow());
		final long[] counts = AtomPlaces.uses(codes, codes.get(0).atomCount());
		uses.add(Arrays.stream(counts).mapToObj(count -> (double) count).toList());
	}

	List<LearningCurve> curves() {
		return List.of(LearningCurve.everyStep(ConvolutionalResult.RESIDUAL, residuals), LearningCurve.everyStep(ConvolutionalResult.ENERGY_LEFT, energies));
	}

	AtomRecord uses() {
		return new AtomRecord(ConvolutionalResult.USES, IntStream.rangeClosed(1, uses.size()).boxed().toList(), uses);
	}

	/** Of the last epoch that was completed; empty if none was. */
	List<PlacedAtoms> codes() {
		return codes;
	}
}
