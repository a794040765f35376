package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.HeadlessImageJ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the guide says can be done can be done: its macros run, its links lead somewhere, its pictures are made by a macro. Blocks of a page
 * marked {@code ijm} follow each other as lines of one macro; those after the comment {@code <!-- long -->} run with the long checks.
 */
class DocumentationTest {

	private static final Path GUIDE = Path.of("src", "site", "markdown"), PICTURES = Path.of("src", "site", "resources", "images");
	private static final Pattern EXAMPLE = Pattern.compile("(<!-- long -->\\n)?```ijm\\n(.*?)```", Pattern.DOTALL);
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");
	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
	private static final int LARGEST_PICTURE = 150_000;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.walk(GUIDE)) {
			return Stream.concat(Stream.of(Path.of("README.md")), files.filter(file -> file.toString().endsWith(".md")).sorted()).toList();
		}
	}

	private static String example(final Path page, final boolean withLong) {
		final StringBuilder macro = new StringBuilder();
		final Matcher blocks = EXAMPLE.matcher(text(page));
		while (blocks.find()) if (withLong || blocks.group(1) == null) macro.append(blocks.group(2));
		return macro.toString();
	}

	private static String text(final Path page) {
		try {
			return Files.readString(page);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Path> quickExamples() throws IOException {
		return pages().stream().filter(page -> !example(page, false).isEmpty()).toList();
	}

	static List<Path> longExamples() throws IOException {
		return pages().stream().filter(page -> text(page).contains("<!-- long -->\n```ijm")).toList();
	}

	@ParameterizedTest
	@MethodSource("quickExamples")
	void theExamplesOfAPageRun(final Path page) {
		assertThat(HeadlessImageJ.macro(example(page, false) + "return 'done';")).isEqualTo("done");
	}

	@Tag("long")
	@ParameterizedTest
	@MethodSource("longExamples")
	void allExamplesOfAPageRun(final Path page) {
		assertThat(HeadlessImageJ.macro(example(page, true) + "return 'done';")).isEqualTo("done");
	}

	@Test
	void thePageOfEveryCommandHasAnExampleOfIt() throws IOException {
		for (final Path page : pages().stream().filter(page -> page.getParent() != null && page.getParent().endsWith("commands")).toList()) {
			final String label = text(page).lines().findFirst().orElseThrow().substring(2);
			assertThat(text(page)).as("%s", page).contains("run(\"" + label + "\"");
		}
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		final List<String> broken = new ArrayList<>();
		for (final Path page : pages()) {
			final Matcher links = LINK.matcher(text(page));
			while (links.find()) {
				if (links.group(1).contains("://")) continue;
				final Path target = links.group(1).isEmpty() ? page : page.resolveSibling(links.group(1)).normalize();
				if (!Files.exists(target)) broken.add(page + " -> " + target);
				else if (links.group(2) != null && !anchors(target).contains(links.group(2))) broken.add(page + " -> " + target + links.group(2));
			}
		}
		assertThat(broken).isEmpty();
	}

	/** As GitHub makes them of headings. */
	private static List<String> anchors(final Path page) {
		return HEADING.matcher(text(page)).results().map(heading -> "#" + heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-')).collect(Collectors.toList());
	}

	@Test
	void everyPictureIsShownSmallAndMadeByTheMacro() throws IOException {
		final String macro = Files.readString(Path.of("macros", "Guide_Pictures.ijm"));
		final String shown = pages().stream().map(DocumentationTest::text).collect(Collectors.joining());
		for (final String picture : PICTURES.toFile().list()) {
			assertThat(shown).as("a page that shows it").contains("/" + picture + ")");
			assertThat(macro).contains("finish(\"" + picture.replace(".png", "") + "\"");
			assertThat(Files.size(PICTURES.resolve(picture))).as(picture).isLessThan(LARGEST_PICTURE);
		}
		assertThat(macro.lines().filter(line -> line.contains("finish(\""))).as("pictures that are made").hasSameSizeAs(Arrays.asList(PICTURES.toFile().list()));
	}
}
