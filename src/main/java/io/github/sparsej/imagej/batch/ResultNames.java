package io.github.sparsej.imagej.batch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What the results of files are called after: a.tif after a; where several files would be called so (a.tif and a.png, or A.tif and a.tif, which some
 * systems do not tell apart), each after its whole name.
 */
final class ResultNames {

	private final Map<Path, String> names = new HashMap<>();

	/**
	 * @param files paths in the input folder
	 * @param base  a file name without its extension
	 * @param taken whether a name (second) already belongs to results of another file than this (first)
	 */
	ResultNames(final List<Path> files, final UnaryOperator<String> base, final BiPredicate<Path, Path> taken) {
		final Map<Path, Integer> uses = new HashMap<>();
		final Set<Path> whole = new HashSet<>();
		for (final Path file : files) {
			uses.merge(folded(file.resolveSibling(base.apply(fileName(file)))), 1, Integer::sum);
			whole.add(folded(file));
		}
		for (final Path file : files) {
			final Path name = file.resolveSibling(base.apply(fileName(file)));
			final boolean own = uses.get(folded(name)) == 1 && (name.equals(file) || !whole.contains(folded(name))) && !taken.test(file, name);
			names.put(file, own ? name.getFileName().toString() : fileName(file));
		}
	}

	/** In the folder of the file's results. */
	String of(final Path file) {
		return names.get(file);
	}

	private static String fileName(final Path file) {
		return file.getFileName().toString();
	}

	private static Path folded(final Path path) {
		return Path.of(path.toString().toLowerCase(Locale.ROOT));
	}
}
