package io.github.sparsej.encode.choice;

import static io.github.sparsej.encode.choice.EncoderParameter.AT_LEAST_ONE;
import static io.github.sparsej.encode.choice.EncoderParameter.NONNEGATIVE;
import static io.github.sparsej.encode.choice.EncoderParameter.NONZEROS;
import static io.github.sparsej.encode.choice.EncoderParameter.TOLERANCE;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;

/** The encoders that a user picks by name. */
public enum EncoderKind {

	MATCHING_PURSUIT(MatchingPursuitOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE),
		p -> new MatchingPursuitOptions(p.nonzeros(), p.tolerance(), p.nonnegative() ? Selection.RECTIFIED : Selection.SIGNED),
		reads(MatchingPursuitOptions.class, (o, p) -> p.withNonzeros(o.maxSteps()).withTolerance(o.residualTolerance()).withNonnegative(o.selection() == Selection.RECTIFIED))),

	ORTHOGONAL_MATCHING_PURSUIT(OmpOptions.NAME, Set.of(NONZEROS, TOLERANCE, AT_LEAST_ONE, NONNEGATIVE),
		p -> new OmpOptions(p.nonzeros(), p.tolerance()),
		reads(OmpOptions.class, (o, p) -> p.withNonzeros(o.maxNonzeros()).withTolerance(o.residualTolerance())));

	private final String label;
	private final Set<EncoderParameter> used;
	private final Function<EncoderParameters, EncoderOptions> writer;
	private final BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reader;

	EncoderKind(final String label, final Set<EncoderParameter> used, final Function<EncoderParameters, EncoderOptions> writer, final BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reader) {
		this.label = label;
		this.used = used;
		this.writer = writer;
		this.reader = reader;
	}

	private static <O extends EncoderOptions> BiFunction<EncoderOptions, EncoderParameters, EncoderParameters> reads(final Class<O> type, final BiFunction<O, EncoderParameters, EncoderParameters> reader) {
		return (options, parameters) -> reader.apply(type.cast(options), parameters);
	}

	/**
	 * @param label as in menus and macros
	 * @throws IllegalArgumentException if no encoder has that name, listing those there are
	 */
	public static EncoderKind named(final String label) {
		for (final EncoderKind kind : values()) if (kind.label.equals(label)) return kind;
		throw new IllegalArgumentException("no encoder is called [" + label + "]: one of " + Arrays.stream(values()).map(EncoderKind::label).toList() + " is needed");
	}

	/** The kind of encoder that options are of. */
	public static EncoderKind of(final EncoderOptions options) {
		return named(options.name());
	}

	/** Its name in menus and macros. */
	public String label() {
		return label;
	}

	public boolean uses(final EncoderParameter parameter) {
		return used.contains(parameter);
	}

	/** Options of these parameters; those that this kind does not use are ignored. */
	public EncoderOptions options(final EncoderParameters parameters) {
		return writer.apply(parameters);
	}

	/** The parameters that give these options, which are of this kind; those that it does not use are as given. */
	public EncoderParameters parameters(final EncoderOptions options, final EncoderParameters others) {
		return reader.apply(options, others);
	}
}
