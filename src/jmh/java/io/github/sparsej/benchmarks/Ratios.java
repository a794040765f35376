package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
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
	/** Steps of convolutional pursuit: what more of them take is their time without that of the first correlations. */
	private static final int FEW_STEPS = 20, MANY_STEPS = 1020, WHOLE_STEPS = 20000;

	private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
	private final String python;

	private Ratios(final String python) {
		this.python = python;
	}

	/**
	 * @param args the number of rounds, 5 if none is given; then which parts of the table: encoders, learning, online, denoising,
	 *             autoencoders, sparsification, convolutional (beside PyTorch), all but the last if none is given; then the Python to run, python3 if none is given
	 */
	public static void main(final String[] args) throws RunnerException, IOException, InterruptedException {
		final int rounds = args.length > 0 && !args[0].isBlank() ? Integer.parseInt(args[0]) : ROUNDS;
		final List<String> parts = args.length > 1 && !args[1].isBlank() ? List.of(args[1].split(",")) : List.of("encoders", "learning", "online", "denoising", "autoencoders", "sparsification");
		final Ratios ratios = new Ratios(args.length > 2 ? args[2] : "python3");
		for (int round = 0; round < rounds; round++) for (final String part : parts) ratios.run(part);
		ratios.print();
	}

	private void run(final String part) throws RunnerException, IOException, InterruptedException {
		switch (part) {
			case "encoders" -> encoders();
			case "learning" -> learning();
			case "online" -> onlineLearning();
			case "denoising" -> denoising();
			case "autoencoders" -> autoencoders();
			case "sparsification" -> sparsification();
			case "convolutional" -> convolutional();
			default -> throw new IllegalArgumentException("no part of the table is called " + part);
		}
	}

	private void encoders() throws RunnerException {
		final double openBlas = time("ProductBenchmark.openBlas", false);
		add("product / OpenBLAS, share of its speed", openBlas / time("ProductBenchmark.ours", false));
		add("product with vector module / OpenBLAS, share of its speed", openBlas / time("ProductBenchmark.ours", true));
		for (final Workload workload : Workload.values()) {
			// Encoders between two products: the machine may be slower by then.
			final Map<EncoderCase, Double> times = new EnumMap<>(EncoderCase.class);
			final double before = product(workload);
			for (final EncoderCase encoder : EncoderCase.values()) if (encoder != EncoderCase.FISTA || workload == Workload.W1) times.put(encoder, time(workload, encoder, 1));
			final double twoThreads = time(workload, EncoderCase.OMP, 2);
			final double product = (before + product(workload)) / 2;
			times.forEach((encoder, time) -> add(workload + " " + encoder.label + ", times the product's time", time / product));
			add(workload + " OMP, two threads' speed / one's", times.get(EncoderCase.OMP) / twoThreads);
			add(workload + " OMP with a tolerance / without", times.get(EncoderCase.OMP_TOLERANCE) / times.get(EncoderCase.OMP));
			add(workload + " OMP, nonnegative / signed", times.get(EncoderCase.OMP_NONNEGATIVE) / times.get(EncoderCase.OMP));
			add(workload + " MP with a tolerance / without", times.get(EncoderCase.MP_TOLERANCE) / times.get(EncoderCase.MP));
			add(workload + " MP, nonnegative / signed", times.get(EncoderCase.MP_NONNEGATIVE) / times.get(EncoderCase.MP));
		}
	}

	private void denoising() throws RunnerException {
		for (final String method : List.of("KSVD", "ONLINE")) {
			final double before = denoising("encode", method, 2), whole = denoising("denoise", method, 2);
			add("denoising by " + method + ", two threads / its pursuits", 2 * whole / (before + denoising("encode", method, 2)));
			if (method.equals("KSVD")) add("denoising by " + method + ", two threads' speed / one's", denoising("denoise", method, 1) / whole);
		}
	}

	private static double denoising(final String benchmark, final String method, final int threads) throws RunnerException {
		return time(options("DenoisingBenchmark." + benchmark).param("method", method).param("threads", "" + threads));
	}

	private void onlineLearning() throws RunnerException {
		for (final int batchSize : new int[] { 1024, 256 }) {
			final double before = online("encode", batchSize), learn = online("learn", batchSize);
			add("online learning in batches of " + batchSize + ", two threads / encoding the same patches", 2 * learn / (before + online("encode", batchSize)));
		}
	}

	/** Learning is more code than encoding, and takes longer until all of it is compiled. */
	private static double online(final String benchmark, final int batchSize) throws RunnerException {
		return time(options("OnlineBenchmark." + benchmark).param("batchSize", "" + batchSize).warmupIterations(8));
	}

	private void autoencoders() throws RunnerException {
		sigmoidAutoencoder();
		reluAutoencoder();
	}

	private void sigmoidAutoencoder() throws RunnerException {
		for (final boolean vectors : new boolean[] { false, true }) {
			final double before = time("SigmoidBenchmark.products", vectors), learn = time("SigmoidBenchmark.learn", vectors);
			add("sigmoid auto-encoder by L-BFGS" + (vectors ? " with vector module" : "") + " / its products", 2 * learn / (before + time("SigmoidBenchmark.products", vectors)));
			if (!vectors) add("sigmoid auto-encoder, two threads' speed / one's", learn / time(options("SigmoidBenchmark.learn").param("threads", "2")));
		}
	}

	private void reluAutoencoder() throws RunnerException {
		for (final String lambda : List.of("0", "1")) {
			final double before = relu("products", lambda, 1), learn = relu("learn", lambda, 1);
			add("auto-encoder of rectified units, lambda " + lambda + " / its products without zeros", 2 * learn / (before + relu("products", lambda, 1)));
			add("auto-encoder of rectified units, lambda " + lambda + ", two threads' speed / one's", learn / relu("learn", lambda, 2));
		}
	}

	private static double relu(final String benchmark, final String lambda, final int threads) throws RunnerException {
		return time(options("ReluBenchmark." + benchmark).param("lambda", lambda).param("threads", "" + threads));
	}

	private void convolutional() throws RunnerException, IOException, InterruptedException {
		for (final ConvolutionalWorkload workload : List.of(ConvolutionalWorkload.LOW, ConvolutionalWorkload.HIGH)) {
			final double before = TorchConvolution.time(python, workload);
			final double plain = convolutional("pursue", workload, 1, 1, false), vectors = convolutional("pursue", workload, 1, 1, true);
			final double torch = workload.images().size() * (before + TorchConvolution.time(python, workload)) / 2;
			add(workload + " first correlations and one step / PyTorch's conv2d", plain / torch);
			add(workload + " first correlations and one step with vector module / PyTorch's conv2d", vectors / torch);
			for (final boolean withVectors : new boolean[] { false, true }) {
				final String name = workload + (withVectors ? " with vector module" : "");
				final double few = convolutional("pursue", workload, FEW_STEPS, 1, withVectors), fewAll = convolutional("searchAll", workload, FEW_STEPS, 1, withVectors);
				final double many = convolutional("pursue", workload, MANY_STEPS, 1, withVectors), manyAll = convolutional("searchAll", workload, MANY_STEPS, 1, withVectors);
				add(name + " step of a pursuit / by a look at all correlations", (many - few) / (manyAll - fewAll));
				add(name + " step of a pursuit, us", (many - few) / (MANY_STEPS - FEW_STEPS) / workload.images().size());
				add(name + " pursuit of 20 steps / of one", few / (withVectors ? vectors : plain));
			}
		}
		for (final boolean withVectors : new boolean[] { false, true }) {
			final String name = "epoch of convolutional learning" + (withVectors ? " with vector module" : "");
			final double before = convolutionalLearning("correlate", 1, withVectors), learn = convolutionalLearning("learn", 1, withVectors);
			add(name + " / first correlations and one step of all images", 2 * learn / (before + convolutionalLearning("correlate", 1, withVectors)));
			if (!withVectors) add(name + ", two threads' speed / one's", learn / convolutionalLearning("learn", 2, false));
		}
		final double one = convolutional("pursue", ConvolutionalWorkload.WHOLE, WHOLE_STEPS, 1, false), local = convolutional("pursueLocally", ConvolutionalWorkload.WHOLE, WHOLE_STEPS, 1, false);
		add("WHOLE pursuit, s", one * 1e-6);
		add("WHOLE pursuit, two threads' speed / one's", one / convolutional("pursue", ConvolutionalWorkload.WHOLE, WHOLE_STEPS, 2, false));
		add("WHOLE locally greedy pursuit / that of the whole image", local / one);
		add("WHOLE locally greedy pursuit, two threads' speed / one's", local / convolutional("pursueLocally", ConvolutionalWorkload.WHOLE, WHOLE_STEPS, 2, false));
	}

	private static double convolutionalLearning(final String benchmark, final int threads, final boolean vectors) throws RunnerException {
		final ChainedOptionsBuilder options = options("ConvolutionalLearningBenchmark." + benchmark).param("threads", "" + threads);
		if (vectors) options.jvmArgsAppend("--add-modules", "jdk.incubator.vector");
		return time(options);
	}

	private static double convolutional(final String benchmark, final ConvolutionalWorkload workload, final int steps, final int threads, final boolean vectors) throws RunnerException {
		final ChainedOptionsBuilder options = options("ConvolutionalBenchmark." + benchmark).param("workload", workload.name()).param("steps", "" + steps).param("threads", "" + threads);
		// The maps of the large image and of the run before it.
		options.jvmArgsAppend(vectors ? new String[] { "-Xmx2g", "--add-modules", "jdk.incubator.vector" } : new String[] { "-Xmx2g" });
		return time(options);
	}

	private void learning() throws RunnerException {
		final double before = learning("encode", "HAP", 1), hap = learning("learn", "HAP", 1), heh = learning("learn", "HEH", 1);
		add("learning with HAP / encoding the same patches", 2 * hap / (before + learning("encode", "HAP", 1)));
		add("learning with HEH / with HAP", heh / hap);
		add("learning with HAP, two threads' speed / one's", hap / learning("learn", "HAP", 2));
	}

	private static double learning(final String benchmark, final String homeostasis, final int threads) throws RunnerException {
		return time(options("LearningBenchmark." + benchmark).param("homeostasis", homeostasis).param("threads", "" + threads));
	}

	private void sparsification() throws RunnerException, IOException, InterruptedException {
		final double before = SparsificationBenchmark.numpy(python), ours = time(options("SparsificationBenchmark.simulate"));
		add("sparsification of 100000 weights, speed / numpy's", (before + SparsificationBenchmark.numpy(python)) / 2 / ours);
	}

	private static double product(final Workload workload) throws RunnerException {
		return time(options("CorrelationBenchmark.product").param("workload", workload.name()));
	}

	private static double time(final Workload workload, final EncoderCase encoder, final int threads) throws RunnerException {
		return time(options("EncoderBenchmark.encode").param("workload", workload.name()).param("encoder", encoder.name()).param("threads", "" + threads));
	}

	private static double time(final String benchmark, final boolean vectors) throws RunnerException {
		final ChainedOptionsBuilder options = options(benchmark);
		return time(vectors ? options.jvmArgsAppend("--add-modules", "jdk.incubator.vector") : options);
	}

	private static ChainedOptionsBuilder options(final String benchmark) {
		return new OptionsBuilder().include(benchmark + "$").forks(1).verbosity(VerboseMode.SILENT)
			.warmupIterations(3).warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.milliseconds(200));
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
			System.out.printf(Locale.ROOT, "%-82s %.2f  (%.2f to %.2f)%n", entry.getKey(), sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
		}
	}
}
