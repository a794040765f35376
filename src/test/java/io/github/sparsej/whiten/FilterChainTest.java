package io.github.sparsej.whiten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.ImageFilter;

class FilterChainTest extends ImageFilterContract {

	private static final ImageFilter FIRST = new LocalMeanRemoval(3), SECOND = new LocalContrastNormalization(1, 5);

	@Override
	ImageFilter filter() {
		return new FilterChain(List.of(FIRST, SECOND));
	}

	@Test
	void eachFilterSeesWhatTheOneBeforeMade() {
		final float[] image = { 1, 2, 5, 3, 8, 1, 0, 2, 2, 4, 4, 7 };
		assertThat(filter().filter(image, 4, 3)).containsExactly(SECOND.filter(FIRST.filter(image, 4, 3), 4, 3));
		assertThat(filter().name()).isEqualTo("Local mean removal, Local contrast normalization");
	}

	@Test
	void filtersAreOneAndItsLinksAreTheFilters() {
		for (final List<ImageFilter> filters : List.of(List.<ImageFilter>of(), List.of(FIRST), List.of(FIRST, SECOND, FIRST))) assertThat(FilterChain.links(FilterChain.of(filters))).isEqualTo(filters);
		assertThat(FilterChain.of(List.of())).isEqualTo(NoFilter.INSTANCE);
	}

	@Test
	void thereIsNoChainOfChains() {
		assertThatThrownBy(() -> new FilterChain(List.of(FIRST, filter()))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 2 single filters");
		assertThatThrownBy(() -> new FilterChain(List.of(FIRST))).isInstanceOf(IllegalArgumentException.class);
	}
}
