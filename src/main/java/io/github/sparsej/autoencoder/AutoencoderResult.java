package io.github.sparsej.autoencoder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.model.LearningCurve;

/**
 * What learning an auto-encoder brings back.
 *
 * @param network  the weights
 * @param curves   what was recorded while it learned
 * @param figures  numbers that tell how it went, by name (with a unit where there is one), in the order of a Results row
 * @param complete false if the progress asked to stop before the end
 */
public record AutoencoderResult(FeedForward network, List<LearningCurve> curves, Map<String, Double> figures, boolean complete) {

	public AutoencoderResult {
		curves = List.copyOf(curves);
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
	}
}
