package io.github.sparsej.imagej.batch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

import io.github.sparsej.imagej.Notes;

/**
 * The files of a folder whose names fit a pattern.
 *
 * @param folder where they are
 * @param files  their paths in the folder, in the order of their names, whatever the system
 */
public record InputFiles(Path folder, List<Path> files) {

	/** All files. */
	public static final String ALL = "*";

	public InputFiles {
		files = List.copyOf(files);
	}

	/**
	 * Looks for files. Hidden ones, whose names begin with a dot, are left out; sub-folders that cannot be read are passed over, with a note.
	 *
	 * @param key        the key that names the folder, for messages
	 * @param pattern    {@code *} for any letters, {@code ?} for one, {@code {a,b}} for either; several between semicolons; capital letters are as small ones
	 * @param subfolders whether to look into folders in the folder
	 * @throws IllegalArgumentException naming the key, if there is no such folder, no such file in it, or the pattern is none
	 */
	public static InputFiles find(final String key, final Path folder, final String pattern, final boolean subfolders) {
		if (!Files.isDirectory(folder)) throw new IllegalArgumentException(key + "=[" + folder + "]: there is no such folder");
		final List<PathMatcher> matchers = matchers(pattern);
		final List<Path> found = new ArrayList<>();
		final Path root;
		try {
			root = folder.toRealPath(); // a link is no folder to the walk
			Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), subfolders ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult preVisitDirectory(final Path inner, final BasicFileAttributes attributes) {
					return !inner.equals(root) && isHidden(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					if (!isHidden(file) && Files.isRegularFile(file) && matchers.stream().anyMatch(matcher -> matcher.matches(inSmallLetters(file)))) found.add(root.relativize(file));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
					if (file.equals(root)) throw e;
					Notes.say(file + " cannot be read, and is passed over: " + e.getClass().getSimpleName());
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (final IOException e) {
			throw new IllegalArgumentException(key + "=[" + folder + "]: the folder cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
		}
		if (found.isEmpty()) throw new IllegalArgumentException(key + "=[" + folder + "]: there are no files" + (pattern.equals(ALL) ? "" : " that fit pattern=[" + pattern + "]") + " in this folder" + (subfolders ? " and those in it" : ""));
		found.sort(Comparator.comparing(InputFiles::name));
		return new InputFiles(root, found);
	}

	/** A path in the folder as it is written everywhere: with slashes. */
	public static String name(final Path file) {
		return file.toString().replace('\\', '/');
	}

	private static List<PathMatcher> matchers(final String pattern) {
		final List<String> patterns = Arrays.stream(pattern.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
		if (patterns.isEmpty()) throw new IllegalArgumentException("pattern=[" + pattern + "]: a pattern of file names like *.tif is needed, or several like *.tif;*.png");
		try {
			return patterns.stream().map(one -> FileSystems.getDefault().getPathMatcher("glob:" + one.toLowerCase(Locale.ROOT))).toList();
		}
		catch (final PatternSyntaxException e) {
			throw new IllegalArgumentException("pattern=[" + pattern + "]: that is no pattern of file names like *.tif or *.{tif,png}: " + e.getDescription(), e);
		}
	}

	private static Path inSmallLetters(final Path file) {
		return Path.of(file.getFileName().toString().toLowerCase(Locale.ROOT));
	}

	private static boolean isHidden(final Path file) {
		return file.getFileName() != null && file.getFileName().toString().startsWith(".");
	}

	/** The folders in the folder that hold files, the folder itself as the empty path. */
	Set<Path> folders() {
		final Set<Path> folders = new LinkedHashSet<>();
		for (final Path file : files) folders.add(file.getParent() == null ? Path.of("") : file.getParent());
		return folders;
	}
}
