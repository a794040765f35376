package io.github.sparsej.learn.ksvd;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnerOptions;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.Require;

/**
 * Options of {@link KsvdLearner}.
 *
 * @param atoms      atoms p to learn, at least 1
 * @param sweeps     times that all signals are coded and all atoms fitted; 0 leaves the initial dictionary as it is
 * @param encoder    the coding step, as orthogonal matching pursuit
 * @param exact      whether an atom is fitted by a singular value decomposition (Aharon, Elad &amp; Bruckstein 2006), or by power
 *                   steps (Rubinstein, Zibulevsky &amp; Elad 2008), which take a fraction of the time
 * @param powerSteps power steps per atom and sweep, at least 1 (as published); without effect where exact
 * @param constraint what atoms must be. (Of the signs of coefficients the encoder decides: where it gives none that is negative, no
 *                   fit does. Both nonnegative is nonnegative K-SVD, Aharon, Elad &amp; Bruckstein 2005.)
 * @param seed       seed of all random draws: those of the initial dictionary
 */
public record KsvdOptions(int atoms, int sweeps, EncoderSettings encoder, boolean exact, int powerSteps, AtomConstraint constraint, long seed) implements LearnerOptions {

	/**
	 * Beside the values of a residual: what an array takes, and the reference to it, its norm and that of the signal, both norms as the worst-coded
	 * signals are looked for, and as a user of an atom its number and its coefficients, old and new.
	 */
	private static final long BYTES_PER_SIGNAL = 16 + 8 + 2 * Double.BYTES + Double.BYTES + Float.BYTES + 3 * Float.BYTES;
	/** Atom and coefficient of a nonzero in the codes, and signal and coefficient seen from the atoms. */
	private static final long BYTES_PER_NONZERO = 16;

	public KsvdOptions {
		Require.atLeastOne("atoms", atoms);
		Require.notNegative("sweeps", sweeps);
		if (encoder == null) throw new IllegalArgumentException("the coding step needs an encoder, got none");
		Require.atLeastOne("powerSteps", powerSteps);
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
	}

	/** By one power step, for atoms of any values. */
	public KsvdOptions(final int atoms, final int sweeps, final EncoderSettings encoder, final long seed) {
		this(atoms, sweeps, encoder, false, 1, AtomConstraint.NONE, seed);
	}

	@Override
	public String citation() {
		return exact ? "K-SVD (Aharon, Elad & Bruckstein 2006)" : "K-SVD (Aharon, Elad & Bruckstein 2006; approximate: Rubinstein, Zibulevsky & Elad 2008)";
	}

	@Override
	public String learnerName() {
		return KsvdLearner.NAME;
	}

	/** Residuals and codes of all signals (of which none, for its own good, has more nonzeros than values), the atoms in all shapes, their Gram matrix as coding and the search for duplicates have it, and where exact those of errors. */
	@Override
	public long bytesNeeded(final int signals, final int length) {
		final long nonzeros = Math.min(Encoders.options(encoder).mostNonzeros(atoms), length);
		return signals * ((long) Float.BYTES * length + BYTES_PER_SIGNAL + BYTES_PER_NONZERO * nonzeros) + 2L * Float.BYTES * atoms * atoms + 4L * Double.BYTES * atoms * length
			+ (exact ? LeadingPair.bytesNeeded(length) : 0);
	}

	@Override
	public DictionaryLearner learner(final InitialDictionary initial, final Parallel parallel) {
		return new KsvdLearner(this, initial, parallel);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("sweeps", Integer.toString(sweeps));
		words.put("encoder", encoder.name());
		words.put("exact", Boolean.toString(exact));
		if (!exact) words.put("power steps", Integer.toString(powerSteps));
		words.putAll(constraint.inWords());
		return words;
	}
}
