package io.github.sparsej.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;

/**
 * The keys that choose an encoder. With "As learned" it is the model's own, and the other keys count only where the user
 * named them. Encoders of {@link NetworkEncoder networks} come with the model, and have no keys. Keys that the encoder has no
 * use for are ignored. The Log tells of both.
 *
 * @param encoder {@link #AS_LEARNED}, or the label of an {@link EncoderKind} or of a {@link NetworkEncoder}
 * @param keys    values of the other keys
 * @param given   those that the user named
 */
record EncoderChoice(String encoder, EncoderKeys keys, Set<EncoderParameter> given) {

	static final String AS_LEARNED = "As learned";

	EncoderChoice {
		Check.choice("encoder", encoder, Stream.of(Stream.of(AS_LEARNED), Arrays.stream(names()), NetworkEncoder.labels()).flatMap(names -> names).toArray(String[]::new));
	}

	/** Names of all encoders that are made of keys. */
	static String[] names() {
		return Arrays.stream(EncoderKind.values()).map(EncoderKind::label).toArray(String[]::new);
	}

	/**
	 * The options to encode with.
	 *
	 * @throws IllegalArgumentException naming the key, if the model is no network of that encoder, or another key does not do
	 */
	EncoderOptions options(final SparseModel model) {
		final EncoderOptions learned = encoder.equals(AS_LEARNED) ? asLearned(model) : null;
		final Optional<EncoderOptions> network = encoder.equals(AS_LEARNED) ? Optional.of(learned).filter(own -> own instanceof FeedForwardSettings) : NetworkEncoder.named(encoder).map(kind -> kind.options(model));
		if (network.isPresent()) {
			for (final EncoderParameter parameter : given) if (keys.isSet(parameter)) tellUnused(parameter, network.get().name());
			return network.get();
		}
		final EncoderKind kind = encoder.equals(AS_LEARNED) ? EncoderKind.of(learned) : EncoderKind.named(encoder);
		for (final EncoderParameter parameter : given)
			if (!kind.uses(parameter) && keys.isSet(parameter)) tellUnused(parameter, kind.label()); // a recorded macro names all keys
		final EncoderParameters named = keys.parameters(kind, model.dictionary().atomCount());
		if (!encoder.equals(AS_LEARNED)) return kind.options(named);
		final EncoderParameters before = kind.parameters(learned, EncoderParameters.DEFAULT);
		EncoderParameters now = before;
		for (final EncoderParameter parameter : given) if (kind.uses(parameter)) now = take(parameter, named, now);
		if (now.equals(before)) return learned;
		final EncoderOptions chosen = kind.options(now, learned);
		final EncoderParameters asked = now;
		Notes.say("encoding by " + kind.label() + " with " + given.stream().sorted().filter(parameter -> !value(parameter, asked).equals(value(parameter, before)))
			.map(parameter -> parameter.key() + "=" + value(parameter, asked) + " (as learned: " + value(parameter, before) + ")").collect(Collectors.joining(", ")));
		return chosen;
	}

	private static String value(final EncoderParameter parameter, final EncoderParameters of) {
		final Penalty penalty = of.penalty();
		return String.valueOf(switch (parameter) {
			case NONZEROS -> of.nonzeros();
			case TOLERANCE -> of.tolerance();
			case AT_LEAST_ONE -> of.atLeastOne();
			case LAMBDA -> penalty.lambda();
			case MIXING -> penalty.mixing();
			case WEIGHTS -> penalty.isWeighted() ? Arrays.toString(penalty.weights()) : "none";
			case NONNEGATIVE -> of.nonnegative();
			case ITERATIONS -> of.iterations();
		});
	}

	/** @throws IllegalArgumentException if it is no encoder of patches */
	private static EncoderOptions asLearned(final SparseModel model) {
		if (model.encoder() instanceof ConvolutionalSettings)
			throw new IllegalArgumentException("encoder=[" + AS_LEARNED + "]: the dictionary is convolutional, of atoms that Encode Convolutional places anywhere in an image; name another encoder to describe patches by them");
		return Encoders.options(model.encoder());
	}

	private static void tellUnused(final EncoderParameter parameter, final String encoder) {
		Notes.say("key " + parameter.key() + " is not used by " + encoder);
	}

	/** Parameters with one of them as the user has it; what a user has not asked for (false, no weights) takes nothing back. */
	private static EncoderParameters take(final EncoderParameter parameter, final EncoderParameters from, final EncoderParameters to) {
		final Penalty penalty = from.penalty();
		return switch (parameter) {
			case NONZEROS -> to.withNonzeros(from.nonzeros());
			case TOLERANCE -> to.withTolerance(from.tolerance());
			case AT_LEAST_ONE -> to.withAtLeastOne(to.atLeastOne() || from.atLeastOne());
			case LAMBDA -> to.withLambda(penalty.lambda());
			case MIXING -> to.withPenalty(to.penalty().withMixing(penalty.mixing()));
			case WEIGHTS -> penalty.isWeighted() ? to.withPenalty(to.penalty().weighted(penalty.weights())) : to;
			case NONNEGATIVE -> to.withNonnegative(to.nonnegative() || from.nonnegative());
			case ITERATIONS -> to.withIterations(from.iterations());
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
