package io.github.sparsej.convolve.pursuit;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.Fit;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/** What encoders of images have in common: the correlations they begin with, and many images at once. */
abstract class CodedImages implements PreparedConvolutionalEncoder {

	static final String WHAT = "Encoding";
	/** Share of the norm of an image below which a correlation may be rounding alone. */
	static final double ROUNDING = 1e-6;
	/** Share of the time that the first correlations take, for the progress alone. */
	private static final double CORRELATION_SHARE = 0.5;

	final PlacedDictionary atoms;
	private final boolean signed;
	private final Parallel parallel;
	private final ConcurrentLinkedDeque<CorrelationBuffers> unused = new ConcurrentLinkedDeque<>();

	CodedImages(final PlacedDictionary atoms, final boolean signed, final Parallel parallel) {
		this.atoms = atoms;
		this.signed = signed;
		this.parallel = parallel;
	}

	/**
	 * Codes an image of which the correlations are known.
	 *
	 * @param planes the image, to be made the residual
	 * @param norm   of the image
	 * @param code   to be filled
	 */
	abstract StopReason encode(float[][] planes, CorrelationMaps maps, double norm, PlacedList code, Parallel within, Progress progress);

	@Override
	public final Dictionary dictionary() {
		return atoms.dictionary;
	}

	@Override
	public final CodedImage encode(final Volume image, final Progress progress) {
		Fit.require(image, atoms.shape);
		return encode(image, parallel, progress);
	}

	@Override
	public final List<CodedImage> encode(final List<Volume> images, final Progress progress) {
		for (final Volume image : images) Fit.require(image, atoms.shape);
		final CodedImage[] coded = new CodedImage[images.size()];
		if (coded.length < parallel.threads()) for (int i = 0; i < coded.length; i++) coded[i] = encode(images.get(i), parallel, progress.part((double) i / coded.length, (i + 1.0) / coded.length));
		else encodeAtOnce(images, coded, progress);
		for (int i = 0; i < coded.length; i++) if (coded[i] == null) coded[i] = notEncoded(images.get(i));
		return List.of(coded);
	}

	private void encodeAtOnce(final List<Volume> images, final CodedImage[] coded, final Progress progress) {
		final Thread caller = Thread.currentThread();
		final AtomicBoolean stopped = new AtomicBoolean();
		final double[] share = new double[1];
		final Progress heard = (fraction, what) -> {
			share[0] = fraction;
			if (!progress.report(fraction, what)) stopped.set(true);
			return !stopped.get();
		};
		// Within an image the caller asks too, as an image may take long; the others see what it heard.
		final Progress within = (fraction, what) -> Thread.currentThread() == caller ? heard.report(share[0], what) : !stopped.get();
		parallel.forChunks(coded.length, 1, heard, WHAT, (i, end) -> coded[i] = encode(images.get(i), Parallel.SERIAL, within));
	}

	private CodedImage encode(final Volume image, final Parallel within, final Progress progress) {
		final float[][] planes = Fit.copy(image);
		final double norm = Norm.ofFinite(planes, image.width());
		final PlacedList code = new PlacedList();
		final CorrelationMaps maps = new CorrelationMaps(atoms, signed, image.width(), image.height());
		final boolean isFilled = fill(maps, planes, image.width(), within, progress.part(0, CORRELATION_SHARE));
		final StopReason reason = isFilled ? encode(planes, maps, norm, code, within, progress.part(CORRELATION_SHARE, 1)) : StopReason.CANCELLED;
		return new CodedImage(code.toAtoms(atoms.count), Volume.of(image.width(), image.height(), 1, planes.length, planes), reason, norm, Norm.of(planes));
	}

	private CodedImage notEncoded(final Volume image) {
		final double norm = Norm.ofFinite(Fit.copy(image), image.width());
		return new CodedImage(PlacedAtoms.none(atoms.count), image, StopReason.CANCELLED, norm, norm);
	}

	/** The correlations of the image itself; false if stopped. */
	private boolean fill(final CorrelationMaps maps, final float[][] planes, final int width, final Parallel within, final Progress progress) {
		return within.forChunks(maps.rows, CorrelationBuffers.rows(maps.columns), progress, WHAT, (begin, end) -> {
			final CorrelationBuffers polled = unused.poll();
			final CorrelationBuffers buffers = polled != null && polled.places() == maps.columns ? polled : new CorrelationBuffers(atoms.shape, atoms.count, maps.columns);
			buffers.correlate(planes, width, atoms.compared, begin, maps.rows(begin, end));
			unused.push(buffers);
			new MapUpdater(maps).findPeaks(begin / CorrelationMaps.SIDE, CorrelationMaps.blocks(end));
		});
	}

	/** The largest |correlation| of an image with an atom at a place (without sign only: the largest positive one), 0 if there is none. */
	final double largestCorrelation(final Volume image) {
		Fit.require(image, atoms.shape);
		final CorrelationMaps maps = new CorrelationMaps(atoms, signed, image.width(), image.height());
		final float[][] planes = Fit.copy(image);
		Norm.ofFinite(planes, image.width());
		fill(maps, planes, image.width(), parallel, Progress.NONE);
		final Peak peak = new Peak();
		return maps.find(peak) ? Math.abs(peak.correlation) : 0;
	}

	@Override
	public final long bytesNeeded(final int width, final int height) {
		return CorrelationMaps.bytes(atoms, width, height) + (long) Float.BYTES * width * height * atoms.shape.channels()
			+ parallel.threads() * CorrelationBuffers.bytes(atoms.shape, atoms.count);
	}
}
