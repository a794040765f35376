package io.github.sparsej.whiten;

import java.util.List;
import java.util.stream.Collectors;

import io.github.sparsej.model.ImageFilter;

/**
 * Filters of whole images, one after another.
 *
 * @param filters at least two, none of them a chain itself, or no filter
 */
public record FilterChain(List<ImageFilter> filters) implements ImageFilter {

	public FilterChain {
		filters = List.copyOf(filters);
		if (filters.size() < 2 || filters.stream().anyMatch(filter -> filter instanceof FilterChain || filter instanceof NoFilter))
			throw new IllegalArgumentException("a chain is of at least 2 single filters, got " + filters);
	}

	/** Filters as one: none, the single one, or a chain. */
	public static ImageFilter of(final List<ImageFilter> filters) {
		return filters.isEmpty() ? NoFilter.INSTANCE : filters.size() == 1 ? filters.get(0) : new FilterChain(filters);
	}

	/** The filters that one is made of: none, itself, or the links of a chain. */
	public static List<ImageFilter> links(final ImageFilter filter) {
		return filter instanceof FilterChain chain ? chain.filters : filter instanceof NoFilter ? List.of() : List.of(filter);
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		// What is not finite is filled once: the second filter is not to see a hole in what the first made of what it was filled with.
		return FinitePixels.filter(pixels, width, height, finite -> {
			float[] filtered = finite;
			for (final ImageFilter filter : filters) filtered = filter.filter(filtered, width, height);
			return filtered;
		});
	}

	@Override
	public String name() {
		return filters.stream().map(ImageFilter::name).collect(Collectors.joining(", "));
	}
}
