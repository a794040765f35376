package io.github.sparsej.autoencoder.energy;

import java.util.List;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.model.SparseCodes;

/**
 * What learning an energy auto-encoder brings back.
 *
 * @param autoencoder E, D' (columns of D as rows) and the curves: of each step's own objective, over all its iterations from that of its
 *                    start on, and of J and the nonzeros per outer iteration
 * @param codes       Z', one code per signal in D's columns, rounded to float32
 * @param iterations  the outer iterations that were finished
 */
public record EnergyResult(AutoencoderResult autoencoder, SparseCodes codes, List<EnergyIteration> iterations) {

	public EnergyResult {
		iterations = List.copyOf(iterations);
	}
}
