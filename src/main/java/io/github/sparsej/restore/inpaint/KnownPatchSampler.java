package io.github.sparsej.restore.inpaint;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;

/**
 * Draws patches to learn from at random places of images of which pixels are missing. Of a pool of candidates, none twice, those are
 * taken of which at least {@value #LEAST_KNOWN} of the values are known, or if these are fewer than half of what was asked for, all
 * that know two values or more. The same seed gives the same patches. Immutable and thread-safe.
 */
public final class KnownPatchSampler {

	private static final double LEAST_KNOWN = 0.25;
	private static final int DRAWS_PER_REPORT = 1024;
	/** Candidates per patch asked for. */
	private static final int POOL = 3;

	private final PatchShape shape;
	private final int count;
	private final long seed;

	/**
	 * @param count most patches to draw, of all images together, at least 1
	 * @param seed  of all random draws
	 */
	public KnownPatchSampler(final PatchShape shape, final int count, final long seed) {
		Require.atLeastOne("the number of patches", count);
		this.shape = shape;
		this.count = count;
		this.seed = seed;
	}

	/**
	 * @param images NaN where pixels are missing; each gives the same share. Not modified
	 * @return patches, NaN where values are missing; fewer than asked for where there are not as many
	 * @throws IllegalArgumentException if an image is smaller than a patch or has another number of channels, or no patch knows two values
	 * @throws CancellationException    if the progress asks to stop
	 */
	public Signals sample(final List<Volume> images, final Progress progress) {
		final SplittableRandom root = new SplittableRandom(seed);
		final Signals[] drawn = new Signals[images.size()];
		int all = 0;
		for (int i = 0; i < drawn.length; i++) {
			final int share = count / drawn.length + (i < count % drawn.length ? 1 : 0);
			drawn[i] = sample(images.get(i), share, root.split(), progress.part((double) i / drawn.length, (i + 1.0) / drawn.length));
			all += drawn[i].count();
		}
		if (all == 0) throw new IllegalArgumentException("no patch of " + shape + " has two known pixels, so that there is nothing to learn from; use larger patches, or a dictionary");
		final Signals together = Signals.zeros(all, shape.length());
		int row = 0;
		for (final Signals some : drawn) {
			System.arraycopy(some.values(), 0, together.values(), together.offset(row), some.values().length);
			row += some.count();
		}
		return together;
	}

	private Signals sample(final Volume image, final int share, final SplittableRandom random, final Progress progress) {
		final PatchGrid places = PatchGrid.covering(image.width(), image.height(), image.depth(), shape, 1);
		final int pool = (int) Math.min(places.count(), (long) POOL * share);
		final BitSet taken = new BitSet();
		final int[] rich = new int[Math.min(share, pool)], poor = new int[Math.min(share, pool)];
		int richCount = 0, poorCount = 0;
		for (int i = 0; i < pool && richCount < share; i++) {
			if (i % DRAWS_PER_REPORT == 0 && !progress.report((double) i / pool, "Drawing patches")) throw new CancellationException("stopped while patches were drawn");
			int number = random.nextInt(places.count());
			while (taken.get(number)) number = (number + 1) % places.count(); // a pool is at most all places
			taken.set(number);
			final int known = known(places.cut(image, number, 1));
			if (known >= Math.max(2, LEAST_KNOWN * shape.length())) rich[richCount++] = number;
			else if (known >= 2 && poorCount < share) poor[poorCount++] = number;
		}
		return cut(image, places, rich, richCount, poor, 2L * richCount < share ? Math.min(poorCount, share - richCount) : 0);
	}

	private static int known(final Signals patch) {
		int known = 0;
		for (final float value : patch.values()) if (!Float.isNaN(value)) known++;
		return known;
	}

	private Signals cut(final Volume image, final PatchGrid places, final int[] rich, final int richCount, final int[] poor, final int poorCount) {
		final Signals patches = Signals.zeros(richCount + poorCount, shape.length());
		for (int i = 0; i < patches.count(); i++)
			System.arraycopy(places.cut(image, i < richCount ? rich[i] : poor[i - richCount], 1).values(), 0, patches.values(), patches.offset(i), shape.length());
		return patches;
	}
}
