package io.github.sparsej.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;

/** What is written is read again, whatever texts hold. */
class CsvTest {

	@Property(tries = 300)
	void whatIsWrittenIsReadAgain(@ForAll @NotEmpty final List<@NotEmpty List<@Chars({ 'a', ',', '"', '\r', '\n', ' ' }) String>> lines) {
		final StringBuilder text = new StringBuilder();
		for (final List<String> line : lines) text.append(Csv.line(line));
		assertThat(Csv.lines(text.toString())).isEqualTo(lines);
		assertThat(Csv.lines(text.substring(0, text.length() - 1))).isEqualTo(lines.subList(0, lines.size() - 1));
	}
}
