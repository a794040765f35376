package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.FloatProcessor;

import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.PlainRun;

/** Esc at any moment of any command that can take long: it ends, keeps what there is, and says so. */
class CancelTest {

	/** A second is promised; the rest is for a busy machine. */
	private static final long MOST_MILLIS = 2500;
	/** Between strokes of the key: the first may come before the command listens. */
	private static final long KEY_MILLIS = 20, PROMISED_NANOSECONDS = 1_000_000_000L, HANG_NANOSECONDS = 60_000_000_000L;
	/** After so many ms work is under way, learning included. */
	private static final int LATE = 1000;

	/**
	 * A command whose work takes longer than anybody waits.
	 *
	 * @param learns whether there are atoms to be kept as soon as learning has begun
	 */
	private record Work(String name, String label, String options, String active, boolean learns) {

		@Override
		public String toString() {
			return name;
		}
	}

	private static final String FOREVER = " iterations=1000000 curves=false";

	private static List<Work> all() {
		return List.of(
			new Work("Hebbian", "Learn Dictionary...", "patches=5000" + FOREVER, "source", true),
			new Work("Hebbian, FISTA", "Learn Dictionary...", "patches=5000 encoder=FISTA lambda=0.001" + FOREVER, "source", true),
			new Work("Hebbian, HEH", "Learn Dictionary...", "patches=5000 homeostasis=HEH" + FOREVER, "source", true),
			new Work("Online", "Learn Dictionary...", "learner=Online patches=5000" + FOREVER, "source", true),
			new Work("K-SVD", "Learn Dictionary...", "learner=K-SVD patches=50000" + FOREVER, "source", true),
			new Work("K-SVD, exact", "Learn Dictionary...", "learner=K-SVD exact=true patches=20000 patchsize=16" + FOREVER, "source", true),
			new Work("MOD", "Learn Dictionary...", "learner=MOD patches=50000 atoms=512" + FOREVER, "source", true),
			new Work("Closed forms", "Learn Dictionary...", "learner=[Closed forms] patches=20000" + FOREVER, "source", true),
			new Work("Closed forms, relaxed", "Learn Dictionary...", "learner=[Closed forms] sources=Relaxed patches=20000" + FOREVER, "source", true),
			new Work("Hebbian, patches of 48 px, ZCA", "Learn Dictionary...", "whitening=ZCA patchsize=48 patches=5000" + FOREVER, "source", false),
			new Work("Hebbian, high contrast of many", "Learn Dictionary...", "selection=[High contrast] patches=300000 whitening=SHL" + FOREVER, "large", false),
			new Work("Sigmoid", "Sparse Autoencoder...", "patches=20000 hidden=100" + FOREVER, "source", true),
			new Work("ReLU", "Sparse Autoencoder...", "kind=ReLU patches=300 iterations=16777216 curves=false", "source", true),
			new Work("Tied", "Sparse Autoencoder...", "kind=[Tied linear] patches=20000 patchsize=24 hidden=300" + FOREVER, "source", true),
			new Work("Gaussian covariance of 48 px", "Sparse Autoencoder...", "error=[Gaussian covariance] patchsize=48 patches=300 hidden=20 iterations=8 curves=false", "source", true),
			new Work("Tied, few steps of 40 px", "Sparse Autoencoder...", "kind=[Tied linear] patches=2000 patchsize=40 hidden=200 iterations=5 curves=false", "source", false),
			new Work("Tangents", "Sparse Autoencoder...", "error=Tangent patches=20000 hidden=50" + FOREVER, "source", true),
			new Work("Energy", "Energy Autoencoder...", "patchsize=4 patches=20000 iterations=1000 tolerance=1e-12 curves=false", "source", true),
			new Work("Convolutional", "Learn Convolutional Dictionary...", "epochs=1000000 nonzeros=300 curves=false", "stack", true),
			new Work("Convolutional, two layers", "Learn Convolutional Dictionary...", "epochs=1000000 nonzeros=100 layers=2 nextatoms=20 curves=false", "stack", true),
			new Work("Encode", "Encode Image...", "dictionary=source-atoms stride=4 encoder=[Lasso coordinate descent] lambda=0.0001", "large", false),
			new Work("Encode, LCA of a million steps", "Encode Image...", "dictionary=source-atoms stride=4 encoder=LCA lambda=0.0001 iterations=1000000", "large", false),
			new Work("Encode, pursuit", "Encode Image...", "dictionary=source-atoms stride=4 encoder=[Order recursive matching pursuit] nonzeros=40", "large", false),
			new Work("Reconstruct", "Reconstruct Image...", "dictionary=source-atoms", "large-code", false),
			new Work("Encode convolutional", "Encode Convolutional...", "dictionary=stack-atoms nonzeros=1000000 scope=[All slices]", "wide", false),
			new Work("Encode convolutional, lambda", "Encode Convolutional...", "dictionary=stack-atoms lambda=0.000001 scope=[All slices]", "wide", false),
			new Work("Encode convolutional, local", "Encode Convolutional...", "dictionary=stack-atoms order=Local nonzeros=1000000 threshold=0.000001 scope=[All slices]", "wide", false),
			new Work("Denoise, K-SVD", "Sparse Denoise...", "sigma=20 iterations=1000000", "large", false),
			new Work("Denoise, Online", "Sparse Denoise...", "sigma=20 method=Online iterations=1000000", "large", false),
			new Work("Denoise, DCT", "Sparse Denoise...", "sigma=1 method=DCT scope=[All slices]", "wide", false),
			new Work("Denoise, dictionary", "Sparse Denoise...", "sigma=0.5 method=Dictionary dictionary=source-atoms", "large", false),
			new Work("Denoise, photons", "Sparse Denoise...", "noise=Poisson-Gaussian cameragain=0.1 readnoise=0.1 method=DCT", "large", false),
			new Work("Denoise, estimate", "Sparse Denoise...", "method=DCT", "large", false),
			new Work("Inpaint, learned", "Inpaint Image...", "iterations=1000000", "holes", false),
			new Work("Inpaint, cosines", "Inpaint Image...", "iterations=0 tolerance=0.0001", "holes", false),
			new Work("Compare Encoders", "Compare Encoders...", "dictionary=source-atoms patches=50000 encoders=[FISTA,LARS,Lasso coordinate descent,Matching pursuit] to=40", "source", false),
			new Work("Compare Homeostasis", "Compare Homeostasis...", "iterations=1000000 patches=5000", "source", false),
			new Work("Scan Parameter", "Scan Parameter...", "iterations=300 patches=5000 points=100", "source", false),
			new Work("Sparsification Dynamics", "Sparsification Dynamics...", "weights=1000000 lambda=1e-9 step=0.1 curves=false", "", false),
			new Work("Train Read-out, codes", "Train Read-out...", "dictionary=stack-atoms", "wide", false),
			new Work("Whiten a stack", "Whiten Image...", "method=[Local contrast normalization] sigma=30 scope=[All slices]", "wide", false),
			new Work("Whiten, ZCA of 48 px", "Whiten Image...", "method=ZCA patchsize=48", "source", false),
			new Work("Normalize contrast", "Local Contrast Normalization...", "sigma=500 taps=4001 scope=[All slices]", "wide", false),
			new Work("Dictionary Statistics", "Dictionary Statistics...", "image=large", "source-atoms", false),
			new Work("Sample Patches", "Sample Patches...", "patches=200000 selection=[High contrast] patchsize=16", "large", false));
	}

	private static Stream<Arguments> anyTime() {
		return all().stream().flatMap(work -> Stream.of(0, LATE).map(moment -> Arguments.of(work, moment)));
	}

	private static Stream<Arguments> some() {
		final Set<String> few = Set.of("Hebbian", "K-SVD, exact", "Gaussian covariance of 48 px", "Whiten a stack", "Denoise, DCT", "Compare Homeostasis");
		return all().stream().filter(work -> few.contains(work.name)).map(work -> Arguments.of(work, 300));
	}

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	@Tag("long")
	@ParameterizedTest(name = "{0} after {1} ms")
	@MethodSource("anyTime")
	void endsSoonAndSaysSo(final Work work, final int moment) {
		stop(work, moment);
	}

	@ParameterizedTest(name = "{0} after {1} ms")
	@MethodSource("some")
	void someEndSoonAndSaySo(final Work work, final int moment) {
		stop(work, moment);
	}

	private static void stop(final Work work, final int moment) {
		open(work);
		final AtomicReference<PlainRun> started = new AtomicReference<>();
		final AtomicLong took = new AtomicLong();
		final StringBuilder late = new StringBuilder();
		final String log = HeadlessImageJ.log(() -> {
			final PlainRun run = PlainRun.start(work.label, work.options, work.active.isEmpty() ? null : WindowManager.getImage(work.active));
			started.set(run);
			assertThat(moment > 0 && run.await(moment)).as("it is over too soon to be stopped: %s", run.error()).isFalse();
			final long pressed = System.nanoTime();
			do {
				IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				if (late.isEmpty() && System.nanoTime() - pressed > PROMISED_NANOSECONDS) late.append(run.where());
			}
			while (!run.await(KEY_MILLIS) && System.nanoTime() - pressed < HANG_NANOSECONDS);
			assertThat(run.await(1)).as(() -> "it does not stop: " + run.where()).isTrue();
			took.set((run.ended() - pressed) / 1_000_000);
		});
		System.out.printf(Locale.ROOT, "%-32s Esc after %4d ms: ends %4d ms later%n", work.name, moment, took.get());
		assertThat(started.get().thrown()).isEmpty();
		assertThat(started.get().error()).isEmpty();
		assertThat(took.get()).as("ms from Esc to the end; after a second it was at %s", late).isLessThan(MOST_MILLIS);
		assertThat(log).as("the Log").contains("stopped");
		if (!work.learns || moment < LATE) return;
		assertThat(WindowManager.getImage(work.active + "-atoms")).isNotNull();
		assertThat(AtomStacks.read(WindowManager.getImage(work.active + "-atoms")).provenance().complete()).isFalse();
	}

	private static void open(final Work work) {
		final SplittableRandom random = new SplittableRandom(1);
		image("source", 100, 100, 1, random);
		if (work.active.equals("large") || work.options.contains("image=large") || work.active.startsWith("large-")) image("large", 2000, 2000, 1, random);
		if (work.active.equals("wide") || work.options.contains("wide")) image("wide", 600, 600, 30, random);
		if (work.active.equals("stack") || work.options.contains("stack-atoms")) image("stack", 60, 60, 20, random);
		if (work.active.equals("holes")) {
			image("holes", 1000, 1000, 1, random);
			final FloatProcessor pixels = (FloatProcessor) WindowManager.getImage("holes").getProcessor();
			for (int i = 0; i < pixels.getPixelCount(); i += 3) pixels.setf(i, Float.NaN);
		}
		if (work.options.contains("source-atoms") || work.active.startsWith("source-")) done("Learn Dictionary...", "patches=2000 patchsize=12 iterations=0 initial=DCT curves=false", "source");
		if (work.options.contains("stack-atoms")) done("Learn Convolutional Dictionary...", "epochs=1 curves=false", "stack");
		if (work.active.equals("large-code")) done("Encode Image...", "dictionary=source-atoms stride=1 encoder=[Top k] nonzeros=2", "large");
	}

	private static void done(final String label, final String options, final String active) {
		final PlainRun run = PlainRun.start(label, options, WindowManager.getImage(active));
		assertThat(run.await(60_000)).isTrue();
		assertThat(run.error()).isEmpty();
	}

	private static void image(final String title, final int width, final int height, final int slices, final SplittableRandom random) {
		final ImageStack stack = new ImageStack(width, height);
		for (int n = 0; n < slices; n++) {
			final float[] pixels = new float[width * height];
			for (int i = 0; i < pixels.length; i++) pixels[i] = (float) (100 + 40 * Math.sin(i % width / 7.0 + n) * Math.cos(i / width / 5.0) + 10 * random.nextDouble(-1, 1));
			stack.addSlice(n % 2 == 0 ? "even" : "odd", pixels);
		}
		new ImagePlus(title, stack).show();
	}
}
