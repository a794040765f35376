package io.github.sparsej.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;

/**
 * The learners by their names in menus and macros, with the values that keys have which nobody names: those that the learner is
 * known by. The same keys in all of them, so that a choice in the dialog can be taken back.
 */
enum LearnerKind {

	HEBBIAN(Keys.HEBBIAN, MatchingPursuitOptions.NAME, false, "HAP", 1000, 50000),
	ONLINE(Keys.ONLINE, OmpOptions.NAME, true, Keys.NONE, 1000, 50000),
	KSVD(Keys.KSVD, OmpOptions.NAME, true, Keys.NONE, 20, 50000),
	MOD(Keys.MOD, OmpOptions.NAME, true, Keys.NONE, 20, 50000),
	CLOSED_FORMS(Keys.CLOSED_FORMS, CoordinateDescentOptions.LASSO_NAME, true, Keys.NONE, 50, 5000);

	private final String label;
	private final Map<String, Object> keys = new LinkedHashMap<>();

	LearnerKind(final String label, final String encoder, final boolean signed, final String homeostasis, final int iterations, final int patches) {
		this.label = label;
		keys.put("encoder", encoder);
		keys.put("signed", signed);
		keys.put("homeostasis", homeostasis);
		keys.put("iterations", iterations);
		keys.put("patches", patches);
	}

	/** The values of keys that nobody names. */
	Map<String, Object> keys() {
		return keys;
	}

	/** The learner of a name in menus and macros; {@link #HEBBIAN} for a name that is none, which is refused where keys are checked. */
	static LearnerKind named(final String label) {
		return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst().orElse(HEBBIAN);
	}
}
