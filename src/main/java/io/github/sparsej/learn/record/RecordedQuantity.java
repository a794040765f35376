package io.github.sparsej.learn.record;

import java.util.Arrays;
import java.util.List;

/** The numbers of one record, by their names in menus, macros and files. */
public enum RecordedQuantity {

	ERROR("error"), QERROR("qerror"), F("F"), F_2018("F 2018"), ENTROPY("entropy"), LOG_LIKELIHOOD("logL"), MUTUAL_INFORMATION("MI"),
	COHERENCE("MC"), PREDICTION_ERROR("perror"), SECONDS("seconds");

	private final String label;

	RecordedQuantity(final String label) {
		this.label = label;
	}

	public String label() {
		return label;
	}

	/** The names of all, in order. */
	public static List<String> labels() {
		return Arrays.stream(values()).map(RecordedQuantity::label).toList();
	}
}
