package io.github.sparsej.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.LocallyGreedyPursuit;
import io.github.sparsej.convolve.pursuit.LocallyGreedyPursuitOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/** Convolutional pursuit of all images of a workload, and the same steps by a look at all correlations. With one step, it is the first correlations that take the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionalBenchmark {

	@Param("LOW")
	public ConvolutionalWorkload workload;

	@Param("20")
	public int steps;

	@Param("1")
	public int threads;

	private List<Volume> images;
	private PreparedConvolutionalEncoder pursuit;
	private PreparedConvolutionalEncoder local;
	private FullSearch fullSearch;

	@Setup
	public void setUp() {
		final Parallel parallel = Parallel.of(threads);
		images = workload.images();
		final Dictionary dictionary = workload.dictionary();
		pursuit = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(steps), parallel).prepare(dictionary);
		fullSearch = new FullSearch(dictionary);
		final PlacedAtoms whole = pursuit.encode(images.get(0), Progress.NONE).atoms();
		local = new LocallyGreedyPursuit(new LocallyGreedyPursuitOptions(Math.abs(whole.coefficient(whole.count() - 1)), false), parallel).prepare(dictionary);
	}

	@Benchmark
	public List<CodedImage> pursue() {
		return pursuit.encode(images, Progress.NONE);
	}

	@Benchmark
	public float searchAll() {
		float last = 0;
		for (final Volume image : images) last = fullSearch.run(fullSearch.begin(image), steps);
		return last;
	}

	/** Locally greedy, of the first image, down to the coefficient with which the pursuit ends. */
	@Benchmark
	public CodedImage pursueLocally() {
		return local.encode(images.get(0), Progress.NONE);
	}
}
