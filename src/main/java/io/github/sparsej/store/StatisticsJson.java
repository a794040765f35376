package io.github.sparsej.store;

import com.google.gson.JsonObject;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SufficientStatistics;

/** Sufficient statistics as JSON: of the symmetric matrix A what is up to its diagonal, B, and their weight and batches. */
final class StatisticsJson {

	private StatisticsJson() {}

	static JsonObject write(final SufficientStatistics statistics) {
		final JsonObject json = new JsonObject();
		json.addProperty("weight", statistics.weight());
		json.addProperty("batches", statistics.batches());
		Fields.put(json, "codeProducts", statistics.codeProducts());
		Fields.put(json, "signalProducts", statistics.signalProducts());
		return json;
	}

	/** @throws IllegalArgumentException if they are none of these atoms */
	static SufficientStatistics read(final Fields f, final Dictionary atoms) throws ModelFormatException {
		return SufficientStatistics.of(atoms.atomCount(), atoms.signalLength(), f.number("weight"), f.longInteger("batches"), f.doubles("codeProducts"), f.doubles("signalProducts"));
	}
}
