package io.github.sparsej.benchmarks;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.encode.greedy.MatchingPursuit;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescent;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;

/** The encoders that are measured, with the options that a workload asks for. */
public enum EncoderCase {

	OMP((workload, patches, parallel) -> new BatchOmp(new OmpOptions(workload.nonzeros, 0), parallel)),
	MP((workload, patches, parallel) -> new MatchingPursuit(new MatchingPursuitOptions(workload.nonzeros, 0, Selection.SIGNED), parallel)),
	LASSO((workload, patches, parallel) -> new CoordinateDescent(new CoordinateDescentOptions(Penalty.lasso(workload.lassoLambda(patches)), Convergence.DEFAULT), parallel));

	private interface Maker {
		Encoder make(Workload workload, Patches patches, Parallel parallel);
	}

	private final Maker maker;

	EncoderCase(final Maker maker) {
		this.maker = maker;
	}

	Encoder encoder(final Workload workload, final Patches patches, final Parallel parallel) {
		return maker.make(workload, patches, parallel);
	}
}
