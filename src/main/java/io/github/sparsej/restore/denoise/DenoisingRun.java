package io.github.sparsej.restore.denoise;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.patch.PatchSums;
import io.github.sparsej.restore.noise.NoiseStabilizer;

/** One image on its way through {@link PatchDenoiser}: strips of it are denoised one after another by each thread. To be run once. */
final class DenoisingRun {

	/** Values of the patches that are coded together: they and their correlations stay in the second level of cache. */
	private static final int VALUES_PER_PIECE = 1 << 16;
	/** So that the product of patches and atoms has full blocks. */
	private static final int LEAST_PER_PIECE = 96;

	private final Parallel parallel;
	private final Volume noisy;
	private final PatchGrid grid;
	private final UnitNoise unit;
	private final PatchEstimates estimates;
	private final Strips strips;
	private final StripSums sums;
	/** Of the noisy pixel, per channel. */
	private final double[] weights;
	private final Volume result;
	private final LongAdder untouched = new LongAdder();
	private final AtomicLong patchesDone = new AtomicLong();
	private final AtomicBoolean stopped = new AtomicBoolean();

	DenoisingRun(final Volume noisy, final PatchGrid grid, final UnitNoise unit, final PatchEstimates estimates, final double noisyShare, final Parallel parallel) {
		this.parallel = parallel;
		this.noisy = noisy;
		this.grid = grid;
		this.unit = unit;
		this.estimates = estimates;
		strips = new Strips(grid);
		sums = new StripSums(strips, noisy.width(), this::finish);
		weights = new double[noisy.channels()];
		for (int c = 0; c < weights.length; c++) weights[c] = noisyShare * CleanRange.of(noisy, c, unit.channel(c), parallel) / 255;
		result = Volume.of(noisy.width(), noisy.height(), noisy.depth(), noisy.channels(), new float[noisy.depth() * noisy.channels()][noisy.width() * noisy.height()]);
	}

	/** @return the image, NaN where no patch tells of a pixel; nothing if the progress asked to stop */
	Optional<DenoisedImage> run(final Progress progress) {
		final Thread caller = Thread.currentThread();
		parallel.forChunks(strips.count(), 1, (strip, end) -> {
			if (!stopped.get()) denoise(strip, caller, progress);
		});
		return stopped.get() ? Optional.empty() : Optional.of(new DenoisedImage(result, untouched.sum()));
	}

	private void denoise(final int strip, final Thread caller, final Progress progress) {
		final Volume image = unit.rows(noisy, strips.top(strip), strips.bottom(strip));
		final PatchGrid ofStrip = PatchGrid.covering(image.width(), image.height(), image.depth(), grid.shape(), grid.stride());
		final PatchSums ofPatches = PatchSums.ofAll(ofStrip);
		final PatchSums usable = allFinite(image) ? null : PatchSums.ofAll(ofStrip);
		final int perLayer = ofStrip.columns() * ofStrip.rows();
		final int perPiece = Math.max(LEAST_PER_PIECE, VALUES_PER_PIECE / grid.shape().length());
		for (int layer = 0, taken = 0; layer < ofStrip.layers(); layer++) {
			for (int begin = 0; begin < perLayer; begin += perPiece) {
				// Only who started the work may be told of it, and asked.
				if (Thread.currentThread() == caller && !progress.report((double) patchesDone.get() / grid.count(), Denoising.DENOISING)) stopped.set(true);
				if (stopped.get()) return;
				final int count = Math.min(perPiece, perLayer - begin);
				estimates.add(image, ofStrip, layer * perLayer + begin, count, ofPatches, usable);
				patchesDone.addAndGet(count);
			}
			// No later patch reaches these slices.
			for (final int next = layer + 1 < ofStrip.layers() ? ofStrip.z(layer + 1) : image.depth(); taken < next; taken++)
				for (int c = 0; c < image.channels(); c++) sums.add(strip, taken, c, ofPatches.take(taken, c), usable == null ? null : usable.take(taken, c));
		}
	}

	private static boolean allFinite(final Volume image) {
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++)
				for (final float pixel : image.plane(z, c)) if (!Float.isFinite(pixel)) return false;
		return true;
	}

	/** See {@link StripSums.Sink}. */
	private void finish(final int z, final int c, final int y, final double[] rowSums, final int[] counts, final int offset) {
		final NoiseStabilizer stabilizer = unit.channel(c);
		final float[] from = noisy.plane(z, c), to = result.plane(z, c);
		int left = 0;
		for (int x = 0, i = y * noisy.width(); x < noisy.width(); x++, i++)
			if (counts[offset + x] == 0) {
				to[i] = Float.NaN;
				left++;
			}
			else to[i] = (float) stabilizer.restore((weights[c] * stabilizer.stabilize(from[i]) + rowSums[offset + x]) / (weights[c] + counts[offset + x]));
		untouched.add(left);
	}
}
