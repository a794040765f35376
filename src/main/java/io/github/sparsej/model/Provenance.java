package io.github.sparsej.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a dictionary comes from. Nothing in it depends on the day or the machine, so that the same run gives the same file.
 *
 * @param learner  name of the learner, as in menus and macros
 * @param settings its options in words, in order
 * @param seed     seed of all random draws
 * @param source   title of the image or images learned from
 * @param curves   what was recorded while learning
 * @param complete false if the user stopped the learning early
 */
public record Provenance(String learner, Map<String, String> settings, long seed, String source, List<LearningCurve> curves, boolean complete) {

	/** Of a dictionary nobody learned here: a foreign stack. */
	public static final Provenance UNKNOWN = new Provenance("unknown", Map.of(), 0, "unknown", List.of(), true);

	public Provenance {
		settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
		curves = List.copyOf(curves);
	}
}
