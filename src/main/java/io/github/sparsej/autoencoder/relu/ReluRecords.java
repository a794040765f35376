package io.github.sparsej.autoencoder.relu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.sparsej.model.LearningCurve;

/** The curves of learning: every term of the objective, on the batch of a step and on all signals, before the step; on all signals also after the last. */
final class ReluRecords {

	private record Term(String name, ToDoubleFunction<ReluTerms> value) {}

	private static final List<Term> TERMS = List.of(new Term("reconstruction error", ReluTerms::reconstruction), new Term("mean l1 norm of codes", ReluTerms::sparsity), new Term("sum of reciprocal mean activities", ReluTerms::entropy),
		new Term("squared norm of the decoder", ReluTerms::decay));

	private final List<Integer> steps = new ArrayList<>();
	private final List<Integer> stepsOfAll = new ArrayList<>();
	private final List<ReluTerms> ofBatches = new ArrayList<>();
	private final List<ReluTerms> ofAll = new ArrayList<>();

	/** @param step from 1 */
	void add(final int step, final ReluTerms ofBatch, final ReluTerms all) {
		steps.add(step);
		ofBatches.add(ofBatch);
		addLast(step, all);
	}

	/** @param step that would be the next */
	void addLast(final int step, final ReluTerms all) {
		stepsOfAll.add(step);
		ofAll.add(all);
	}

	List<LearningCurve> curves() {
		final List<LearningCurve> curves = new ArrayList<>();
		for (final Term term : TERMS) {
			curves.add(curve(term.name + " (batch)", term, steps, ofBatches));
			curves.add(curve(term.name + " (all signals)", term, stepsOfAll, ofAll));
		}
		return curves;
	}

	private static LearningCurve curve(final String name, final Term term, final List<Integer> steps, final List<ReluTerms> records) {
		return new LearningCurve(name, steps, records.stream().map(terms -> term.value.applyAsDouble(terms)).toList());
	}
}
