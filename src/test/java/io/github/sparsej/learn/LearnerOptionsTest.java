package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.closedform.ClosedFormOptions;
import io.github.sparsej.learn.closedform.Objective;
import io.github.sparsej.learn.closedform.SourceUpdate;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.learn.mod.ModOptions;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.step.AtomConstraint;

/** What the options of every learner say of themselves: in words, for the model file, and in bytes, before learning begins. */
class LearnerOptionsTest {

	private static final OmpOptions CODING = new OmpOptions(3, 0);
	private static final NoHomeostasis FAIR = new NoHomeostasis(0);

	private static Stream<LearnerOptions> of(final int atoms) {
		return Stream.of(new HebbianOptions(atoms, 6, 70, 0.1, 0.9, 0.99, 1e-8, CODING, FAIR, 8, 1), new HebbianOptions(atoms, 6, 70, 0.1, 0.9, 0.99, 1e-8, CODING, FAIR, 8, 1).withRecording(new Recording(2, 30)),
			new OnlineOptions(atoms, 6, 70, CODING, FAIR, 1), new OnlineOptions(atoms, 6, 70, CODING, FAIR, 1).withRecording(new Recording(2, 30)), new ModOptions(atoms, 6, CODING, FAIR, 1), new KsvdOptions(atoms, 6, CODING, 1),
			new KsvdOptions(atoms, 6, CODING, true, 1, AtomConstraint.NONE, 1), new ClosedFormOptions(atoms, 6, new Objective(0.1, 0.2), SourceUpdate.LASSO, 1));
	}

	static Stream<LearnerOptions> options() {
		return of(500);
	}

	/** Twice the atoms: of the same position in the list. */
	private static LearnerOptions twice(final LearnerOptions options) {
		return of(1000).toList().get(options().toList().indexOf(options));
	}

	@ParameterizedTest
	@MethodSource("options")
	void theMemoryHoldsAtLeastTheAtomsAndTheirProducts(final LearnerOptions options) {
		final int length = 144;
		final long bytes = options.bytesNeeded(20000, length);
		assertThat(bytes).isGreaterThan(Float.BYTES * 500L * (length + 500)).isLessThan(1L << 30);
		assertThat(twice(options).bytesNeeded(20000, length)).as("more atoms").isGreaterThan(bytes + Float.BYTES * 500L * (length + 1500));
		assertThat(options.bytesNeeded(20000, 2 * length)).as("longer signals").isGreaterThan(bytes + Float.BYTES * 500L * length);
		assertThat(options.bytesNeeded(Integer.MAX_VALUE / length, length)).as("more signals").isGreaterThanOrEqualTo(bytes);
	}

	@ParameterizedTest
	@MethodSource("options")
	void allOptionsAreSaidInWords(final LearnerOptions options) {
		final Map<String, String> words = options.inWords();
		assertThat(words).containsEntry("atoms", "500");
		assertThat(words.get("batches") == null ? words.get("sweeps") == null ? words.get("iterations") : words.get("sweeps") : words.get("batches")).isEqualTo("6");
		assertThat(words.values()).allMatch(value -> value != null && !value.isBlank());
		assertThat(words).as("the seed has a place of its own").doesNotContainKey("seed");
		assertThat(options.learnerName()).isIn("Sparse Hebbian learning", "Online dictionary learning", "Method of optimal directions", "K-SVD", "Closed forms");
	}

	@Test
	void precisionIsSaidAndTakesMemory() {
		final HebbianOptions without = new HebbianOptions(500, 6, 70, 0.1, 0.9, 0.99, 1e-8, new MatchingPursuitOptions(3, 0, Selection.SIGNED), FAIR, 8, 1), with = without.withPrecision(0.25);
		assertThat(without.inWords()).doesNotContainKey("precision rate");
		assertThat(with.inWords()).containsEntry("precision rate", "0.25");
		assertThat(with.bytesNeeded(20000, 144) - without.bytesNeeded(20000, 144)).as("variances and weights in float64").isGreaterThanOrEqualTo(2L * Double.BYTES * 500 * 144);
	}

	@ParameterizedTest
	@MethodSource("options")
	void recordsAreSaidWhereThereAreAny(final LearnerOptions options) {
		final boolean records = Arrays.stream(options.getClass().getRecordComponents()).anyMatch(component -> component.getName().equals("recording")) && !options.toString().contains("recording=null");
		assertThat(options.inWords().keySet().stream().anyMatch(name -> name.contains("record"))).isEqualTo(records);
	}
}
