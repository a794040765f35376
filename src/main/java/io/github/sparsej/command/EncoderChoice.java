package io.github.sparsej.command;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;

/**
 * The keys that choose an encoder. With "As learned" it is the model's own, and the other keys count only where the user
 * named them. Keys that the encoder has no use for are ignored. The Log tells of both.
 *
 * @param encoder    {@link #AS_LEARNED} or the label of an {@link EncoderKind}
 * @param parameters values of the keys
 * @param given      those that the user named
 */
record EncoderChoice(String encoder, EncoderParameters parameters, Set<EncoderParameter> given) {

	static final String AS_LEARNED = "As learned";

	static final int MOST_NONZEROS = 1 << 16;
	/** Less of the absolute values would leave no zeros in a code. */
	static final double LEAST_MIXING = 0.001;

	EncoderChoice {
		Check.choice("encoder", encoder, Stream.concat(Stream.of(AS_LEARNED), Arrays.stream(names())).toArray(String[]::new));
	}

	/** Names of all encoders. */
	static String[] names() {
		return Arrays.stream(EncoderKind.values()).map(EncoderKind::label).toArray(String[]::new);
	}

	/** The options to encode with. */
	EncoderOptions options(final SparseModel model) {
		final EncoderOptions learned = Encoders.options(model.encoder());
		final EncoderKind kind = encoder.equals(AS_LEARNED) ? EncoderKind.of(learned) : EncoderKind.named(encoder);
		for (final EncoderParameter parameter : given)
			if (!kind.uses(parameter) && isSet(parameter)) Notes.say("key " + parameter.key() + " is not used by " + kind.label());
		if (!encoder.equals(AS_LEARNED)) return kind.options(parameters);
		final EncoderParameters before = kind.parameters(learned, EncoderParameters.DEFAULT);
		final EncoderParameters now = with(before, kind);
		if (now.equals(before)) return learned;
		final EncoderOptions chosen = kind.options(now);
		Notes.say("encoding with " + chosen + " instead of " + learned + " as learned");
		return chosen;
	}

	/** Whether a key has another value than its default: a recorded macro names all keys. */
	private boolean isSet(final EncoderParameter parameter) {
		return !take(parameter, EncoderParameters.DEFAULT).equals(EncoderParameters.DEFAULT);
	}

	private EncoderParameters with(final EncoderParameters learned, final EncoderKind kind) {
		EncoderParameters all = learned;
		for (final EncoderParameter parameter : given) if (kind.uses(parameter)) all = take(parameter, all);
		return all;
	}

	/** The parameters with one of them as the user has it; what a user has not asked for (false, no weights) takes nothing back. */
	private EncoderParameters take(final EncoderParameter parameter, final EncoderParameters to) {
		final Penalty penalty = parameters.penalty();
		return switch (parameter) {
			case NONZEROS -> to.withNonzeros(parameters.nonzeros());
			case TOLERANCE -> to.withTolerance(parameters.tolerance());
			case AT_LEAST_ONE -> to.withAtLeastOne(to.atLeastOne() || parameters.atLeastOne());
			case LAMBDA -> to.withLambda(penalty.lambda());
			case MIXING -> to.withPenalty(to.penalty().withMixing(penalty.mixing()));
			case WEIGHTS -> penalty.weights().length == 0 ? to : to.withPenalty(to.penalty().weighted(penalty.weights()));
			case NONNEGATIVE -> to.withNonnegative(to.nonnegative() || parameters.nonnegative());
			case ITERATIONS -> to.withIterations(parameters.iterations());
		};
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
