package io.github.sparsej.command;

import java.util.List;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameter;
import io.github.sparsej.imagej.Notes;

/**
 * The keys that choose the encoder of the batches that are learned from.
 *
 * @param encoder     label of an {@link EncoderKind}
 * @param keys        values of the other keys
 * @param nonnegative whether atoms are to be nonnegative, of which codes may be nothing else
 */
record CodingChoice(String encoder, EncoderKeys keys, boolean nonnegative) {

	/** The parameters that commands which learn have a key for, by its own name. */
	private static final List<EncoderParameter> KEYS = List.of(EncoderParameter.NONZEROS, EncoderParameter.TOLERANCE, EncoderParameter.LAMBDA, EncoderParameter.MIXING);

	CodingChoice {
		Check.choice("encoder", encoder, EncoderChoice.names());
		if (nonnegative && !keys.nonnegative()) throw new IllegalArgumentException("signed=true: with nonnegative=true coefficients have no sign");
	}

	private EncoderKind kind() {
		return EncoderKind.named(encoder);
	}

	EncoderOptions options(final int atomCount) {
		if (nonnegative && !kind().uses(EncoderParameter.NONNEGATIVE)) throw new IllegalArgumentException("encoder=[" + encoder + "]: with nonnegative=true an encoder of nonnegative codes is needed, as [Matching pursuit]");
		return kind().options(keys.parameters(kind(), atomCount));
	}

	/** Says in the Log which keys have no effect. */
	void tell() {
		for (final EncoderParameter parameter : KEYS)
			if (!kind().uses(parameter) && keys.isSet(parameter)) Notes.say("key " + parameter.key() + " is not used by " + encoder);
		if (keys.nonnegative() && !kind().uses(EncoderParameter.NONNEGATIVE)) Notes.say(encoder + " has codes of both signs, whatever key signed says");
	}
}
