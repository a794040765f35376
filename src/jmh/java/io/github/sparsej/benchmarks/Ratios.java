package io.github.sparsej.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints the ratios that matter. Each round runs every benchmark in a fresh JVM, one right after the other, so that the
 * two times of a ratio see the same machine; what is printed is the median of the rounds, with the least and the most.
 */
public final class Ratios {

	private static final int ROUNDS = 5;

	/** An encoder, and the patches on which its time is held against that of the product alone. */
	private record Row(String name, EncoderCase encoder, Patches patches) {}

	private static final List<Row> ROWS = List.of(
		new Row("OMP", EncoderCase.OMP, Patches.MEAN_REMOVED),
		new Row("MP", EncoderCase.MP, Patches.MEAN_REMOVED),
		new Row("lasso", EncoderCase.LASSO, Patches.WHITENED),
		new Row("lasso, not whitened", EncoderCase.LASSO, Patches.MEAN_REMOVED));
	private static final Row ON_TWO_THREADS = ROWS.get(0);

	private final Map<String, List<Double>> ratios = new LinkedHashMap<>();

	private Ratios() {}

	/** @param args the number of rounds, 5 if none is given */
	public static void main(final String[] args) throws RunnerException {
		final int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
		final Ratios ratios = new Ratios();
		for (int round = 0; round < rounds; round++) ratios.round();
		ratios.print();
	}

	private void round() throws RunnerException {
		final double openBlas = time("ProductBenchmark.openBlas", false);
		add("product / OpenBLAS, share of its speed", openBlas / time("ProductBenchmark.ours", false));
		add("product with vector module / OpenBLAS, share of its speed", openBlas / time("ProductBenchmark.ours", true));
		for (final Workload workload : Workload.values()) {
			for (final Row row : ROWS) {
				final double product = time(workload, row, "product", 1), encode = time(workload, row, "encode", 1);
				add(workload + " " + row.name + ", times the product's time", encode / product);
				if (row == ON_TWO_THREADS) add(workload + " " + row.name + ", two threads' speed / one's", encode / time(workload, row, "encode", 2));
			}
		}
	}

	private static double time(final Workload workload, final Row row, final String method, final int threads) throws RunnerException {
		return time(options("EncoderBenchmark." + method).param("workload", workload.name()).param("patches", row.patches.name()).param("encoder", row.encoder.name()).param("threads", "" + threads));
	}

	private static double time(final String benchmark, final boolean vectors) throws RunnerException {
		final ChainedOptionsBuilder options = options(benchmark);
		return time(vectors ? options.jvmArgsAppend("--add-modules", "jdk.incubator.vector") : options);
	}

	private static ChainedOptionsBuilder options(final String benchmark) {
		return new OptionsBuilder().include(benchmark + "$").forks(1).verbosity(VerboseMode.SILENT)
			.warmupIterations(5).warmupTime(TimeValue.seconds(1)).measurementIterations(7).measurementTime(TimeValue.milliseconds(200));
	}

	private static double time(final ChainedOptionsBuilder options) throws RunnerException {
		return new Runner(options.build()).runSingle().getPrimaryResult().getStatistics().getPercentile(50);
	}

	private void add(final String name, final double ratio) {
		ratios.computeIfAbsent(name, n -> new ArrayList<>()).add(ratio);
	}

	private void print() {
		System.out.println("JDK " + Runtime.version());
		for (final Map.Entry<String, List<Double>> entry : ratios.entrySet()) {
			final double[] sorted = entry.getValue().stream().mapToDouble(Double::doubleValue).sorted().toArray();
			System.out.printf(Locale.ROOT, "%-58s %.2f  (%.2f to %.2f)%n", entry.getKey(), sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
		}
	}
}
