package io.github.sparsej.learn.start;

import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/** The ways for learning to begin. */
public final class InitialDictionaries {

	/** Steps from 0 to 1 in which the values of unit signals are compared. */
	private static final double SAME_DIRECTION = 1e5;

	private InitialDictionaries() {}

	/** Atoms of independent Gaussian values. */
	public static InitialDictionary whiteNoise(final PatchShape shape) {
		return (atomCount, signals, random) -> {
			final float[] atoms = new float[size(atomCount, shape.length())];
			for (int j = 0; j < atoms.length; j++) atoms[j] = (float) random.nextGaussian();
			return Dictionary.normalized(shape, atomCount, atoms);
		};
	}

	/**
	 * Random patches of a noise image with the 1/f amplitude spectrum of natural images, seen through the filter and the
	 * whitening that the signals went through too.
	 */
	public static InitialDictionary oneOverF(final PatchShape shape, final ImageFilter filter, final Whitening whitening) {
		return (atomCount, signals, random) -> OneOverF.atoms(shape, filter, whitening, atomCount, random);
	}

	/**
	 * Signals drawn at random, of which no two have the same direction (or its opposite) and none has the same value throughout. There must be as many;
	 * the error names both numbers.
	 */
	public static InitialDictionary patches(final PatchShape shape) {
		return (atomCount, signals, random) -> chosen(shape, atomCount, signals, random);
	}

	/** The discrete cosine transform, overcomplete where more atoms than pixels are asked for. */
	public static InitialDictionary cosines(final PatchShape shape) {
		return (atomCount, signals, random) -> CosineAtoms.of(shape, atomCount);
	}

	/** A dictionary that is there already: learning begins with its atoms. */
	public static InitialDictionary given(final Dictionary dictionary) {
		return (atomCount, signals, random) -> dictionary;
	}

	/** A dictionary with what was learned of its atoms: learning goes on from both. */
	public static InitialDictionary given(final Dictionary dictionary, final LearnedState learned) {
		return new InitialDictionary() {
			@Override
			public Dictionary create(final int atomCount, final Signals signals, final SplittableRandom random) {
				return dictionary;
			}

			@Override
			public Optional<LearnedState> learned() {
				return Optional.of(learned);
			}
		};
	}

	/** Atoms that are 0 where whitening keeps nothing of a patch, like the signals they are to describe. */
	public static InitialDictionary masked(final InitialDictionary initial, final Whitening whitening) {
		return new InitialDictionary() {
			@Override
			public Dictionary create(final int atomCount, final Signals signals, final SplittableRandom random) {
				final Dictionary whole = initial.create(atomCount, signals, random);
				final float[] atoms = whole.toArray();
				for (int j = 0; j < atoms.length; j++) if (!whitening.keeps(j % whole.signalLength())) atoms[j] = 0;
				return Dictionary.normalized(whole.shape(), whole.atomCount(), atoms);
			}

			@Override
			public Optional<LearnedState> learned() {
				return initial.learned();
			}
		};
	}

	private static Dictionary chosen(final PatchShape shape, final int atomCount, final Signals signals, final SplittableRandom random) {
		final float[] atoms = new float[size(atomCount, signals.length())];
		final Set<IntBuffer> taken = new HashSet<>();
		for (final int row : Batches.shuffled(signals.count(), random)) {
			if (taken.size() == atomCount) break;
			final float[] signal = signals.row(row);
			if (isConstant(signal) || !taken.add(direction(signal))) continue;
			System.arraycopy(signal, 0, atoms, (taken.size() - 1) * signal.length, signal.length);
		}
		if (taken.size() < atomCount)
			throw new IllegalArgumentException("only " + taken.size() + " different patches with structure for " + atomCount
				+ " atoms to begin with: draw more patches, learn fewer atoms, or begin with noise");
		return Dictionary.normalized(shape, atomCount, atoms);
	}

	/** The signal without its length and sign, coarse enough that rounding does not tell two of one direction apart. */
	private static IntBuffer direction(final float[] signal) {
		double norm = 0, first = 0;
		for (final float value : signal) {
			norm += (double) value * value;
			if (first == 0) first = value;
		}
		final double scale = Math.copySign(SAME_DIRECTION / Math.sqrt(norm), first);
		return IntBuffer.wrap(IntStream.range(0, signal.length).map(j -> (int) Math.round(scale * signal[j])).toArray());
	}

	/** @throws IllegalArgumentException if so many atoms do not fit into one array */
	static int size(final int atomCount, final int length) {
		if ((long) atomCount * length > Integer.MAX_VALUE - 8) throw new IllegalArgumentException(atomCount + " atoms of " + length + " values are too many for one dictionary: at most " + (Integer.MAX_VALUE - 8) / length);
		return atomCount * length;
	}

	private static boolean isConstant(final float[] signal) {
		for (final float value : signal) if (value != signal[0]) return false;
		return true;
	}
}
