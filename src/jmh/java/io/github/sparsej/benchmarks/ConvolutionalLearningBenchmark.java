package io.github.sparsej.benchmarks;

import java.util.ArrayList;
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
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalPreset;
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/**
 * Epochs of convolutional learning as published (20 atoms of 9 x 9, 20 placed in each of 400 images of 65 x 65, mask and homeostasis), and as often the first
 * correlations of the same images, with the one step that a pursuit does at least.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionalLearningBenchmark {

	private static final int IMAGES = 400, EPOCHS = 2;

	@Param("1")
	public int threads;

	private final List<Volume> images = new ArrayList<>();
	private ConvolutionalLearner learner;
	private PreparedConvolutionalEncoder oneStep;

	@Setup
	public void setUp() {
		final List<Volume> crops = ConvolutionalWorkload.LOW.images();
		for (int n = 0; n < IMAGES; n++) images.add(crops.get(n % crops.size()));
		final Parallel parallel = Parallel.of(threads);
		final Dictionary dictionary = ConvolutionalWorkload.LOW.dictionary();
		final ConvolutionalOptions options = ConvolutionalPreset.LOW.options(1).withEpochs(EPOCHS);
		learner = new ConvolutionalLearner(options, dictionary, options.homeostasis().initial(dictionary.atomCount()), parallel);
		oneStep = new ConvolutionalPursuit(new ConvolutionalPursuitOptions(1), parallel).prepare(dictionary);
	}

	@Benchmark
	public ConvolutionalResult learn() {
		return learner.learn(images, Progress.NONE);
	}

	@Benchmark
	public List<CodedImage> correlate() {
		for (int epoch = 1; epoch < EPOCHS; epoch++) oneStep.encode(images, Progress.NONE);
		return oneStep.encode(images, Progress.NONE);
	}
}
