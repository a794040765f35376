package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.testing.HeadlessImageJ;

/** Esc in the middle of what would take very long: it ends, and keeps what there is. */
class StoppedAutoencoderTest {

	private static final int FOREVER = 100_000;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	static Stream<Arguments> learning() {
		return Stream.of(
			Arguments.of(SparseAutoencoder.class, Map.of("kind", "ReLU", "iterations", 1 << 24, "patches", 300)),
			Arguments.of(SparseAutoencoder.class, Map.of("kind", "Sigmoid KL", "iterations", FOREVER, "patches", 20_000, "hidden", 100)),
			Arguments.of(SparseAutoencoder.class, Map.of("kind", "Tied linear", "patches", 20_000, "patchsize", 24, "hidden", 300, "iterations", FOREVER)),
			Arguments.of(EnergyAutoencoder.class, Map.of("patchsize", 4, "patches", 20_000, "iterations", 1000, "tolerance", 1e-12)));
	}

	@ParameterizedTest
	@MethodSource("learning")
	void stoppedLearningKeepsTheNetworkSoFar(final Class<? extends Command> command, final Map<String, Object> inputs) throws Exception {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 60, 60, 1);");
		final Map<String, Object> all = new HashMap<>(inputs);
		all.put("image", WindowManager.getImage("source"));
		all.put("curves", false);
		try (Context context = new Context(CommandService.class, ModuleService.class)) {
			final Module module = module(context, command, all);
			final String log = HeadlessImageJ.log(() -> stopAfter(module, 700));
			assertThat(log).contains("source-atoms is what had been learned when the learning was stopped");
			assertThat(AtomStacks.read((ImagePlus) module.getOutput("learned")).provenance().complete()).isFalse();
		}
	}

	@Test
	void stoppedDynamicsKeepTheRecordsSoFar() throws Exception {
		try (Context context = new Context(CommandService.class, ModuleService.class)) {
			final Module module = module(context, SparsificationDynamics.class, Map.of("weights", 1_000_000, "lambda", 1e-9, "step", 0.1, "curves", false));
			final String log = HeadlessImageJ.log(() -> stopAfter(module, 700));
			assertThat(log).contains("stopped");
			final ResultsTable records = ResultsTable.getResultsTable();
			assertThat(records.size()).isGreaterThan(10);
			assertThat(records.getValue("Weights left", records.size() - 1)).isGreaterThan(1);
		}
	}

	private static Module module(final Context context, final Class<? extends Command> command, final Map<String, Object> inputs) {
		final Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class).getCommand(command));
		module.setInputs(inputs);
		return module;
	}

	private static void stopAfter(final Module module, final long milliseconds) {
		final Thread work = new Thread(module);
		work.start();
		await(work, milliseconds);
		assertThat(work.isAlive()).as("it is still at work").isTrue();
		((Cancelable) module.getDelegateObject()).cancel("stop");
		await(work, 20_000);
		assertThat(work.isAlive()).isFalse();
	}

	private static void await(final Thread work, final long milliseconds) {
		try {
			work.join(milliseconds);
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}
