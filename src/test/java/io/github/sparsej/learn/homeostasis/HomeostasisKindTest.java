package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomeostasisKindTest {

	@Test
	void namesAreThoseOfMenusInTheirOrder() {
		assertThat(HomeostasisKind.labels()).containsExactly("None", "OLS", "EMP", "HAP", "eHAP", "EXP", "HEH");
		assertThatIllegalArgumentException().isThrownBy(() -> HomeostasisKind.named("hap")).withMessageContainingAll("hap", "None, OLS, EMP, HAP, eHAP, EXP, HEH");
	}

	@ParameterizedTest
	@EnumSource
	void eachMakesTheStrategyOfItsNameAndTellsItsParameters(final HomeostasisKind kind) {
		final Homeostasis made = HomeostasisKind.named(kind.label()).create(new HomeostasisParameters(0.125, 0.25, 33, 7.5));
		assertThat(made.name()).isEqualTo(kind.label());
		assertThat(made.inWords()).containsEntry("homeostasis rate", "0.125").containsEntry("quantiles", "33").containsEntry("scale of quantiles", "7.5");
		assertThat(made.inWords().containsKey("homeostasis strength")).isEqualTo(List.of("OLS", "EMP", "eHAP", "EXP").contains(kind.label()));
		assertThat(made.bytesNeeded(10)).isGreaterThan(10L * 33 * Double.BYTES);
	}

	@Test
	void parametersNameWhatTheyRefuse() {
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisParameters(-0.1, 1, 8, 1)).withMessageContainingAll("rate", "-0.1");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisParameters(0.1, 0, 8, 1)).withMessageContainingAll("alpha", "0.0");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisParameters(0.1, 1, 1, 1)).withMessageContainingAll("quantile", "1");
		assertThatIllegalArgumentException().isThrownBy(() -> new HomeostasisParameters(0.1, 1, 8, Double.NaN)).withMessageContainingAll("scale", "NaN");
	}
}
