package io.github.sparsej.learn.homeostasis;

import java.util.Map;

/** A strategy whose gains depend on the strength alpha. */
interface StrengthHomeostasis extends RunningHomeostasis {

	@Override
	default Map<String, String> inWords() {
		final Map<String, String> words = RunningHomeostasis.super.inWords();
		words.put("homeostasis strength", Double.toString(parameters().alpha()));
		return words;
	}
}
