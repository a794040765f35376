package io.github.sparsej.command;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;

/**
 * The keys that choose an encoder. With "As learned" it is the model's own; nonzeros and tolerance then count only where
 * the user named them, with a note in the Log.
 *
 * @param encoder        one of the names below
 * @param nonzeros       most atoms per patch
 * @param givenNonzeros  whether the user named them
 * @param tolerance      l2 norm of the residual
 * @param givenTolerance whether the user named it
 * @param nonnegative    true allows only positive coefficients, false what the encoder does
 */
record EncoderChoice(String encoder, Integer nonzeros, boolean givenNonzeros, Double tolerance, boolean givenTolerance, boolean nonnegative) {

	static final String AS_LEARNED = "As learned", MATCHING_PURSUIT = MatchingPursuitOptions.NAME, OMP = OmpOptions.NAME;

	/** Default of key nonzeros. */
	static final int NONZEROS = 10;

	private static final int MOST_NONZEROS = 1 << 16;

	EncoderChoice {
		Check.choice("encoder", encoder, AS_LEARNED, MATCHING_PURSUIT, OMP);
		Check.range("nonzeros", nonzeros, 1, MOST_NONZEROS);
		Check.range("tolerance", tolerance, 0, Double.MAX_VALUE);
		if (nonnegative && encoder.equals(OMP)) throw new IllegalArgumentException("nonnegative=true: encoder=[" + OMP + "] has signed coefficients; use encoder=[" + MATCHING_PURSUIT + "]");
	}

	/** The settings to encode with. */
	EncoderSettings settings(final SparseModel model) {
		final EncoderSettings chosen = switch (encoder) {
			case MATCHING_PURSUIT -> new MatchingPursuitOptions(nonzeros, tolerance, nonnegative ? Selection.RECTIFIED : Selection.SIGNED);
			case OMP -> new OmpOptions(nonzeros, tolerance);
			default -> asLearned(model.encoder());
		};
		if (encoder.equals(AS_LEARNED) && !chosen.equals(model.encoder())) Notes.say("encoding with " + chosen + " instead of " + model.encoder() + " as learned");
		return chosen;
	}

	private EncoderSettings asLearned(final EncoderSettings learned) {
		if (learned instanceof MatchingPursuitOptions mp)
			return new MatchingPursuitOptions(!givenNonzeros ? mp.maxSteps() : nonzeros, !givenTolerance ? mp.residualTolerance() : tolerance, nonnegative ? Selection.RECTIFIED : mp.selection());
		if (learned instanceof OmpOptions omp) {
			if (nonnegative) throw new IllegalArgumentException("nonnegative=true: the encoder as learned is " + OMP + ", which has signed coefficients; use encoder=[" + MATCHING_PURSUIT + "]");
			return new OmpOptions(!givenNonzeros ? omp.maxNonzeros() : nonzeros, !givenTolerance ? omp.residualTolerance() : tolerance);
		}
		return learned;
	}

	/** The model with patch means left in the patches where key removemean asks for it. */
	static SparseModel withMeans(final SparseModel model, final boolean removeMean) {
		if (removeMean || !model.whitening().removesPatchMeans()) return model;
		if (!(model.whitening() instanceof PatchCentering))
			throw new IllegalArgumentException("removemean=false: removing the mean is part of the whitening (" + model.whitening().name() + ") this dictionary was learned with");
		Notes.say("patch means are left in the patches, though the dictionary was learned without them");
		return new SparseModel(model.filter(), NoWhitening.INSTANCE, model.dictionary(), model.encoder(), model.homeostasis(), model.provenance());
	}
}
