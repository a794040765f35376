package io.github.sparsej.convolve.learn;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.Fit;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/**
 * Learns atoms that are placed anywhere in images (Boutin, Franciosini, Ruffier &amp; Perrinet 2020, "CHAMP"): every epoch all images are
 * coded by convolutional matching pursuit with the atoms so far; then each atom is moved by a step of fixed length along the gradient of the squared
 * residual at its places, and gains that even the use of atoms are learned
 * ({@link ConvolutionalHomeostasis}). With batches, which are drawn anew every epoch, both is done after each.
 * <p>
 * The pursuit of the next images uses the gains; coding with a learned dictionary does not. Atoms begin as random values, uniform from 0 to 1, or as those given, which
 * makes a stopped run go on. Sums are in the order of the images: results are the same bits on any number of threads. Immutable and thread-safe.
 */
public final class ConvolutionalLearner {

	/** The method in words, with authors and years of what it follows. */
	public static final String CITATION = "convolutional sparse Hebbian learning, CHAMP (Boutin, Franciosini, Ruffier & Perrinet 2020)";

	public static final String NAME = "Convolutional Hebbian learning";

	/** Residuals are kept of so many images only, enough for all threads to have work. */
	static final int IMAGES_AT_A_TIME = 64;

	private final ConvolutionalOptions options;
	private final ConvolutionalEncoder encoder;
	private final Dictionary start;
	private final HomeostasisState learned;
	private final Parallel parallel;

	/** From random atoms. */
	public ConvolutionalLearner(final ConvolutionalOptions options, final Parallel parallel) {
		this(options, uniform(options), options.homeostasis().initial(options.atoms()), parallel);
	}

	/**
	 * @param start   atoms to begin with; a taper is not applied to them, as they may have it already
	 * @param learned what is known of their use, and their gains
	 * @throws IllegalArgumentException if these are other atoms than the options say
	 */
	public ConvolutionalLearner(final ConvolutionalOptions options, final Dictionary start, final HomeostasisState learned, final Parallel parallel) {
		this(options, new ConvolutionalPursuit(options.pursuit(), parallel), start, learned, parallel);
	}

	/** With another encoder than the options say. */
	ConvolutionalLearner(final ConvolutionalOptions options, final ConvolutionalEncoder encoder, final Dictionary start, final HomeostasisState learned, final Parallel parallel) {
		if (start.atomCount() != options.atoms() || !start.shape().equals(options.shape()))
			throw new IllegalArgumentException("learning " + options.atoms() + " atoms of " + options.shape() + " cannot begin with " + start.atomCount() + " of " + start.shape());
		if (learned.atomCount() != options.atoms()) throw new IllegalArgumentException("learning " + options.atoms() + " atoms cannot begin with a homeostasis of " + learned.atomCount());
		this.options = options;
		this.encoder = encoder;
		this.start = start;
		this.learned = learned;
		this.parallel = parallel;
	}

	private static Dictionary uniform(final ConvolutionalOptions options) {
		final SplittableRandom random = new SplittableRandom(options.seed());
		final AtomForm form = new AtomForm(options.constraint(), options.taper(), options.shape());
		final float[][] atoms = new float[options.atoms()][];
		for (int k = 0; k < atoms.length; k++) {
			final double[] atom = random.doubles(options.shape().length()).toArray();
			form.taper(atom);
			if (!form.project(atom)) throw new IllegalArgumentException("nothing is left of atoms of " + options.shape() + " that must be as the options say");
			atoms[k] = new float[atom.length];
			UnitRows.round(atom, atoms[k]);
		}
		return Dictionary.ofUnitAtoms(options.shape(), atoms);
	}

	/**
	 * @param images   of depth 1, of the atoms' channels and at least their size, which may differ in size; not modified. They are asked for one
	 *                 by one whenever they are needed, so that a list may make them anew each time
	 * @param progress where it asks to stop, the result has the atoms of the steps done so far
	 * @throws IllegalArgumentException if there are no images, they are all 0, do not fit the atoms, or hold a NaN or an infinity
	 */
	public ConvolutionalResult learn(final List<Volume> images, final Progress progress) {
		require(images);
		final Run run = new Run(images, progress);
		boolean complete = true;
		for (int epoch = 0; epoch < options.epochs() && complete; epoch++) complete = run.epoch(epoch);
		return new ConvolutionalResult(run.dictionary(), run.homeostasis, run.record.curves(), run.record.uses(), run.record.codes(), complete);
	}

	private void require(final List<Volume> images) {
		if (images.isEmpty()) throw new IllegalArgumentException("there are no images to learn from");
		for (final Volume image : images) Fit.require(image, options.shape());
		if (images.stream().allMatch(ConvolutionalLearner::isZero)) throw new IllegalArgumentException("there is nothing to learn from images that are all 0");
	}

	private static boolean isZero(final Volume image) {
		for (int c = 0; c < image.channels(); c++) for (final float pixel : image.plane(0, c)) if (pixel != 0) return false;
		return true;
	}

	/** One run, of one thread. */
	private final class Run {

		private final List<Volume> images;
		private final Progress progress;
		private final int batches;
		private final SplittableRandom random = new SplittableRandom(options.seed()).split();
		private final NormalizedGradient gradient = new NormalizedGradient(options, parallel);
		private final double[][] atoms = UnitRows.of(start);
		private final EpochRecord record;
		private HomeostasisState homeostasis = learned;

		Run(final List<Volume> images, final Progress progress) {
			this.images = images;
			this.progress = progress;
			batches = Math.max(1, images.size() / options.batchSize());
			record = new EpochRecord(images.size());
		}

		boolean epoch(final int epoch) {
			final int[] order = Batches.shuffled(images.size(), random);
			for (int b = 0; b < batches; b++) {
				// In the order of the images, which a batch of all must not depend on the seed for.
				final int[] batch = Arrays.copyOfRange(order, (int) ((long) order.length * b / batches), (int) ((long) order.length * (b + 1) / batches));
				Arrays.sort(batch);
				final double begin = epoch + (double) b / batches;
				if (!step(batch, progress.part(begin / options.epochs(), (begin + 1.0 / batches) / options.epochs()))) return false;
			}
			record.completeEpoch();
			return true;
		}

		/** False if stopped: then nothing is learned from this batch. */
		private boolean step(final int[] batch, final Progress part) {
			final PreparedConvolutionalEncoder prepared = encoder.prepare(dictionary(), options.maskValues(), options.homeostasis().isNone() ? null : homeostasis.gains());
			final long[] uses = new long[options.atoms()];
			for (int begin = 0; begin < batch.length; begin += IMAGES_AT_A_TIME) {
				final int[] some = Arrays.copyOfRange(batch, begin, Math.min(batch.length, begin + IMAGES_AT_A_TIME));
				if (!code(some, prepared, uses, part.part((double) begin / batch.length, (double) (begin + some.length) / batch.length))) return false;
			}
			gradient.step(atoms, options.eta());
			homeostasis = options.homeostasis().update(homeostasis, uses, batch.length, (double) batch.length / images.size());
			return true;
		}

		private boolean code(final int[] some, final PreparedConvolutionalEncoder prepared, final long[] uses, final Progress part) {
			final List<CodedImage> coded = prepared.encode(Arrays.stream(some).mapToObj(images::get).toList(), (fraction, what) -> part.report(fraction, Progress.LEARNING));
			if (coded.stream().anyMatch(image -> image.stopReason() == StopReason.CANCELLED)) return false;
			gradient.add(coded);
			for (int i = 0; i < some.length; i++) {
				record.put(some[i], coded.get(i));
				final int[] ofImage = coded.get(i).atoms().uses();
				for (int k = 0; k < uses.length; k++) uses[k] += ofImage[k];
			}
			return true;
		}

		Dictionary dictionary() {
			return Dictionary.ofUnitAtoms(options.shape(), UnitRows.rounded(atoms));
		}
	}
}
