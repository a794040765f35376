package io.github.sparsej.learn.homeostasis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The strategies of homeostasis by their names in menus and macros. */
public enum HomeostasisKind {

	/** All atoms alike. */
	NONE(NoHomeostasis.NAME, NoHomeostasis::new),
	/** By the variance of coefficients. */
	OLS(VarianceHomeostasis.NAME, VarianceHomeostasis::new),
	/** Gates for atoms used more than the target. */
	EMP(GatedHomeostasis.NAME, GatedHomeostasis::new),
	/** By the logarithm of activation probability. */
	HAP(LogRatioHomeostasis.NAME, LogRatioHomeostasis::new),
	/** By a power law of activation probability. */
	EHAP(PowerLawHomeostasis.NAME, PowerLawHomeostasis::new),
	/** By an exponential of activation probability. */
	EXP(ExponentialHomeostasis.NAME, ExponentialHomeostasis::new),
	/** By quantile functions. */
	HEH(QuantileHomeostasis.NAME, QuantileHomeostasis::new);

	private final String label;
	private final Function<HomeostasisParameters, Homeostasis> strategy;

	HomeostasisKind(final String label, final Function<HomeostasisParameters, Homeostasis> strategy) {
		this.label = label;
		this.strategy = strategy;
	}

	/** The name in menus and macros. */
	public String label() {
		return label;
	}

	public Homeostasis create(final HomeostasisParameters parameters) {
		return strategy.apply(parameters);
	}

	/** @throws IllegalArgumentException if there is none of that name, naming those there are */
	public static HomeostasisKind named(final String label) {
		return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst()
			.orElseThrow(() -> new IllegalArgumentException("there is no homeostasis '" + label + "'; there are " + String.join(", ", labels())));
	}

	public static List<String> labels() {
		return Arrays.stream(values()).map(HomeostasisKind::label).toList();
	}
}
