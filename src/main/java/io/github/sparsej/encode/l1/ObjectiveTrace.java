package io.github.sparsej.encode.l1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One thread's sums of objectives over the signals of a block, after each iteration. */
final class ObjectiveTrace {

	/** The sums over all signals, to which threads add blocks in any order, added in the order of the signals. Thread-safe. */
	static final class Sums {

		private final double[] sums;
		private final int signals;
		private final Map<Integer, double[]> waiting = new HashMap<>();
		private int next;

		/** @param count objectives per signal */
		Sums(final int count, final int signals) {
			sums = new double[count];
			this.signals = signals;
		}

		private synchronized void add(final int block, final double[] objectives) {
			waiting.put(block, objectives.clone());
			for (double[] follower = waiting.remove(next); follower != null; follower = waiting.remove(++next))
				for (int i = 0; i < sums.length; i++) sums[i] += follower[i];
		}

		synchronized List<Double> list() {
			final List<Double> list = new ArrayList<>(sums.length);
			for (final double sum : sums) list.add(sum);
			return list;
		}
	}

	private final Sums all;
	private final double[] objectives;
	private int iterations;
	private double last;

	ObjectiveTrace(final Sums all) {
		this.all = all;
		objectives = new double[all.sums.length];
	}

	void begin() {
		iterations = 0;
	}

	/** The objective of the signal in work before the first iteration, and then after each. */
	void add(final double objective) {
		objectives[iterations++] += objective;
		last = objective;
	}

	/** Ends the signal in work, whose last objective stays. */
	void end(final int signal) {
		while (iterations < objectives.length) objectives[iterations++] += last;
		if ((signal + 1) % ProximalGradientEncoder.BLOCK != 0 && signal + 1 < all.signals) return;
		all.add(signal / ProximalGradientEncoder.BLOCK, objectives);
		Arrays.fill(objectives, 0);
	}
}
