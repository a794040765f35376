package io.github.sparsej.analyze.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.store.Csv;

/**
 * The runs of an experiment as comma-separated values, a line of names first.
 */
public final class ExperimentTables {

	private ExperimentTables() {}

	/** A line a run: method, seed, parameter, value, the last of every record, seconds, replaced atoms, cached. */
	public static String runs(final List<FinishedRun> runs) {
		final Set<String> quantities = new LinkedHashSet<>();
		for (final FinishedRun run : runs) for (final LearningCurve curve : run.curves()) quantities.add(curve.quantity());
		return lines(Stream.concat(
			Stream.of(line(Stream.of(Stream.of("method", "seed", "parameter", "parameter value"), quantities.stream(), Stream.of("run seconds", "replaced atoms", "cached")).flatMap(names -> names))),
			runs.stream().map(run -> line(Stream.of(who(run), quantities.stream().map(run::last), Stream.of(run.seconds(), run.replacedAtoms(), run.cached())).flatMap(values -> values)))));
	}

	/** A line a record: method, seed, parameter, its value, step, quantity, value. */
	public static String curves(final List<FinishedRun> runs) {
		return lines(Stream.concat(Stream.of(line(Stream.of("method", "seed", "parameter", "parameter value", "step", "quantity", "value"))),
			runs.stream().flatMap(run -> run.curves().stream().flatMap(curve -> IntStream.range(0, curve.steps().size())
				.mapToObj(i -> line(Stream.concat(who(run), Stream.of(curve.steps().get(i), curve.quantity(), curve.values().get(i)))))))));
	}

	private static Stream<Object> who(final FinishedRun run) {
		return Stream.of(run.run().method(), run.run().seed(), run.run().parameter(), run.run().value());
	}

	private static String lines(final Stream<String> lines) {
		return lines.collect(Collectors.joining());
	}

	private static String line(final Stream<?> fields) {
		return Csv.line(fields.toList());
	}
}
