package io.github.sparsej.command;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;

/**
 * Values of the keys of learning with which results on sparse Hebbian learning were published (Perrinet 2019, "An adaptive
 * homeostatic algorithm for the unsupervised learning of visual features", Vision 3(3):47).
 */
enum Preset {

	NONE(Keys.NONE, Map.of()),

	/**
	 * The notebook of the article's annex, as run in September 2018. What it calls HAP is the power law that the article's
	 * code, and this project, call eHAP. It asks for a disc mask, which its cache of the data leaves out; so it is left out
	 * here.
	 */
	NOTEBOOK_2018(Keys.NOTEBOOK_2018, shl("patchsize", 18, "atoms", 441, "disk", false, "homeostasis", "eHAP", "etahomeo", 0.05, "alphahomeo", 2.5, "alphamp", 1.0, "nonzeros", 13,
		"iterations", 1025, "batch", 1024, "eta", 0.0033, "betaone", 0.9, "betatwo", 0.999, "epsilon", 1e-8)),

	/** The article's code, of September 2019. */
	PAPER_2019(Keys.PAPER_2019, shl("patchsize", 21, "atoms", 676, "disk", true, "homeostasis", "HAP", "etahomeo", 0.01, "alphahomeo", 0.05, "alphamp", 0.95, "nonzeros", 21,
		"iterations", 4097, "batch", 4096, "eta", 0.02, "betaone", 0.99, "betatwo", 0.99, "epsilon", 1e-10));

	private final String label;
	private final Map<String, Object> keys;

	Preset(final String label, final Map<String, Object> keys) {
		this.label = label;
		this.keys = keys;
	}

	/** What both have in common, then pairs of a key and its value. */
	private static Map<String, Object> shl(final Object... pairs) {
		final Map<String, Object> keys = new LinkedHashMap<>();
		put(keys, "crop", 256, "depth", 1, "patches", 65536, "selection", Keys.HIGH_CONTRAST, "whitening", Keys.SHL, "removemean", false, "scalarmean", true, "learner", Keys.HEBBIAN,
			"quantiles", 128, "scale", 3.0, "encoder", MatchingPursuitOptions.NAME, "tolerance", 0.0, "signed", false, "nonnegative", false, "precision", 0.0, "every", 32, "initial", Keys.ONE_OVER_F);
		put(keys, pairs);
		return Collections.unmodifiableMap(keys);
	}

	private static void put(final Map<String, Object> keys, final Object... pairs) {
		for (int i = 0; i < pairs.length; i += 2) keys.put((String) pairs[i], pairs[i + 1]);
	}

	/** The keys that it sets, with their values: the same keys in all presets but {@link #NONE}, which sets none. */
	Map<String, Object> keys() {
		return keys;
	}

	/** The preset of a name in menus and macros; {@link #NONE} for a name that is none. */
	static Preset named(final String label) {
		return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst().orElse(NONE);
	}
}
