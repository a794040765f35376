package io.github.sparsej.analyze.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.model.LearningCurve;

class ExperimentTablesTest {

	private static final List<FinishedRun> RUNS = List.of(
		new FinishedRun(new ExperimentRun("EMP@0.05", "eta", "0.01", Runs.settings(4, Runs.learner(HomeostasisKind.NONE, 0.01, 42))),
			List.of(new LearningCurve("F", List.of(1, 33), List.of(0.75, 0.5)), new LearningCurve("logL", List.of(1), List.of(-1e-7))), 2, 1.25, false),
		new FinishedRun(new ExperimentRun("a \"b\", c", "eta", "0.02", Runs.settings(4, Runs.learner(HomeostasisKind.NONE, 0.01, 43))),
			List.of(new LearningCurve("F", List.of(1), List.of(0.625))), 0, 3, true));

	@Test
	void aLineForEveryRun() {
		assertThat(ExperimentTables.runs(RUNS)).isEqualTo("method,seed,parameter,parameter value,F,logL,run seconds,replaced atoms,cached\r\n"
			+ "EMP@0.05,42,eta,0.01,0.5,-1.0E-7,1.25,2,false\r\n"
			+ "\"a \"\"b\"\", c\",43,eta,0.02,0.625,NaN,3.0,0,true\r\n");
	}

	@Test
	void aLineForEveryRecordOnAComputerWithDecimalCommasToo() {
		final Locale locale = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertThat(ExperimentTables.curves(RUNS)).isEqualTo("method,seed,parameter,parameter value,step,quantity,value\r\n"
				+ "EMP@0.05,42,eta,0.01,1,F,0.75\r\nEMP@0.05,42,eta,0.01,33,F,0.5\r\nEMP@0.05,42,eta,0.01,1,logL,-1.0E-7\r\n"
				+ "\"a \"\"b\"\", c\",43,eta,0.02,1,F,0.625\r\n");
		}
		finally {
			Locale.setDefault(locale);
		}
	}
}
