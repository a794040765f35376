package io.github.sparsej.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.restore.denoise.DenoiseMethod;
import io.github.sparsej.restore.denoise.DenoiseOptions;
import io.github.sparsej.restore.denoise.DenoisedImage;
import io.github.sparsej.restore.denoise.Denoising;
import io.github.sparsej.restore.denoise.DictionarySettings;
import io.github.sparsej.restore.denoise.NoisyImages;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.testing.SampleImages;
import io.github.sparsej.whiten.PatchCentering;

/**
 * Denoising of the sample camera (512 x 512) with noise of sigma 25 by K-SVD with its usual settings, and what of it no way of
 * programming could leave out: orthogonal matching pursuit of the patches of the image, and of those learned from, once a sweep,
 * both in the dictionary that is learned in the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DenoisingBenchmark {

	private static final double SIGMA = 25;
	private static final int ATOMS = 256, PATCHES = 40000, SWEEPS = 10, AT_ONCE = 20000;
	private static final PatchShape SHAPE = PatchShape.square(8);

	@Param("2")
	public int threads;

	@Param("KSVD")
	public DenoiseMethod method;

	private NoisyImages images;
	private Denoising denoising;
	private PreparedEncoder encoder;
	/** In units of the noise, as those below. */
	private List<Signals> finalPatches;
	private Signals trainingPatches;

	@Setup
	public void setUp() {
		final Volume clean = SampleImages.open("camera");
		final SplittableRandom random = new SplittableRandom(1);
		final float[] pixels = clean.plane(0, 0).clone(), inUnits = new float[pixels.length];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] += (float) (SIGMA * random.nextGaussian());
			inUnits[i] = pixels[i] / (float) SIGMA;
		}
		final Volume noisy = Volume.plane(clean.width(), clean.height(), pixels), unit = Volume.plane(clean.width(), clean.height(), inUnits);
		images = NoisyImages.of(List.of(noisy), List.of(new GaussianNoise(SIGMA)));
		denoising = Denoising.learning(new DictionarySettings(method, SHAPE, ATOMS, PATCHES, SWEEPS, 1), DenoiseOptions.DEFAULT, Parallel.of(threads));
		final Dictionary learned = denoising.run(images, null, done -> {}, Progress.NONE).dictionary().dictionary();
		encoder = new BatchOmp(DenoiseOptions.DEFAULT.encoder(SHAPE.length()), Parallel.of(threads)).prepare(learned);
		final PatchGrid grid = PatchGrid.covering(unit.width(), unit.height(), 1, SHAPE, 1);
		finalPatches = new ArrayList<>();
		for (int first = 0; first < grid.count(); first += AT_ONCE) finalPatches.add(PatchCentering.INSTANCE.apply(grid.cut(unit, first, Math.min(AT_ONCE, grid.count() - first))));
		trainingPatches = PatchCentering.INSTANCE.apply(new PatchSampler(SHAPE, PatchSamplerOptions.uniform(PATCHES, 2)).sample(unit).patches());
	}

	/** The whole of it. */
	@Benchmark
	public DenoisedImage denoise() {
		final DenoisedImage[] result = new DenoisedImage[1];
		denoising.run(images, null, done -> result[0] = done, Progress.NONE);
		return result[0];
	}

	/** The pursuits alone. */
	@Benchmark
	public int encode() {
		int nonzeros = 0;
		for (int sweep = 0; sweep < SWEEPS; sweep++) nonzeros += encoder.encode(trainingPatches, Progress.NONE).nonzeros();
		for (final Signals patches : finalPatches) nonzeros += encoder.encode(patches, Progress.NONE).nonzeros();
		return nonzeros;
	}
}
