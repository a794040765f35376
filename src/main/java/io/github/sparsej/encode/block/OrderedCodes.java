package io.github.sparsej.encode.block;

import java.util.HashMap;
import java.util.Map;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;

/** Puts blocks of codes, which threads finish in any order, one after another. Thread-safe. */
final class OrderedCodes {

	private final SparseCodesBuilder builder;
	private final Map<Integer, CodeBlock> waiting = new HashMap<>();
	private int next;

	OrderedCodes(final int atomCount, final int count) {
		builder = new SparseCodesBuilder(atomCount, count);
	}

	/** Takes the block with this number (from 0); not kept, so that the caller may use it again. */
	synchronized void put(final int number, final CodeBlock block) {
		if (number != next) {
			waiting.put(number, block.compact());
			return;
		}
		block.appendTo(builder);
		for (CodeBlock follower = waiting.remove(++next); follower != null; follower = waiting.remove(++next)) follower.appendTo(builder);
	}

	/** The codes of the blocks from the first; the rest is marked as cancelled. */
	synchronized SparseCodes codes() {
		return builder.build();
	}
}
