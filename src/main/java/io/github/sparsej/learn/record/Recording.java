package io.github.sparsej.learn.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to record while learning.
 *
 * @param every   batches between two records (the first one is of batch 1), at least 1
 * @param signals random signals that each record is taken on, at least 1; fewer if there are not as many
 */
public record Recording(int every, int signals) {

	/** As published: every 32 batches, on 1024 signals. */
	public static final Recording PUBLISHED = new Recording(32, 1024);

	public Recording {
		if (every < 1) throw new IllegalArgumentException("records must be at least 1 batch apart, got " + every);
		if (signals < 1) throw new IllegalArgumentException("a record needs at least 1 signal, got " + signals);
	}

	/** Whether there is a record after a batch, counted from 1. */
	public boolean isDueAfter(final int batch) {
		return (batch - 1) % every == 0;
	}

	/** How many records there are of so many batches. */
	public int count(final int batches) {
		return batches / every + (batches % every > 0 ? 1 : 0);
	}

	/** In words, in order, for a {@link io.github.sparsej.model.Provenance}. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("batches per record", Integer.toString(every));
		words.put("signals per record", Integer.toString(signals));
		return words;
	}
}
