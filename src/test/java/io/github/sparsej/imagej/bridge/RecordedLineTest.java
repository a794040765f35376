package io.github.sparsej.imagej.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.HeadlessImageJ;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import ij.Macro;
import ij.plugin.frame.Recorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** A recorded line gives every key its value back, read by our reader (plain ImageJ) or by ImageJ's own (Fiji), and records the same again. */
class RecordedLineTest {

	private static final Context CONTEXT = new Context(CommandService.class, ModuleService.class, ConvertService.class);

	static Stream<String> commands() {
		return HeadlessImageJ.commands().values().stream();
	}

	private static Module create(final String command) {
		final Module module = CONTEXT.service(ModuleService.class).createModule(new CommandInfo(command));
		for (final ModuleItem<?> input : module.getInfo().inputs()) if (Service.class.isAssignableFrom(input.getType())) module.resolveInput(input.getName());
		return module;
	}

	private static Map<String, Object> values(final Module module) {
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) if (Command_Runner.isValue(input)) values.put(input.getName(), module.getInput(input.getName()));
		return values;
	}

	/** What stands between the quotes of run("...", "..."). */
	private static String record(final Module module) {
		Recorder.resetCommandOptions();
		Command_Runner.record(module, true);
		final String options = Recorder.getCommandOptions();
		Recorder.resetCommandOptions();
		return options == null ? "" : options;
	}

	private static void assertRunsAgain(final String command, final Module module) {
		final String line = record(module);
		final String options = HeadlessImageJ.macro("return \"" + line + "\";");
		final Module again = create(command);
		new MacroOptions(CONTEXT.service(ConvertService.class), options).apply(again);
		assertThat(values(again)).isEqualTo(values(module));
		assertThat(record(again)).isEqualTo(line);
		values(module).forEach((key, value) -> {
			if (value != null) assertThat(Macro.getValue(options + " ", key, null)).as("read by ImageJ, key %s", key).isEqualTo(value.toString());
		});
	}

	@ParameterizedTest
	@MethodSource("commands")
	void defaults(final String command) {
		assertRunsAgain(command, create(command));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void oddValues(final String command) {
		final Module module = create(command);
		int odd = 0;
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (!Command_Runner.isValue(input)) continue;
			if (input.getType() == Double.class) module.setInput(input.getName(), 1e-5 * ++odd);
			if (input.getType() == Integer.class) module.setInput(input.getName(), -odd++);
			if (input.getType() == Boolean.class) module.setInput(input.getName(), !(Boolean) module.getInput(input.getName()));
			if (input.getType() == String.class && input.getChoices().isEmpty()) module.setInput(input.getName(), new String[] { "my image [1] \"\u00fcml\u00e4ut\".tif", "C:\\new folder\\table.tif", "plain.tif", "a[b]'c\\d", "" }[odd++ % 5]);
		}
		assertRunsAgain(command, module);
	}

	@Test
	void numbersAsFijiWritesThem() {
		final Module module = create("io.github.sparsej.command.SparseDenoise");
		module.setInput("sigma", 0.0);
		module.setInput("gain", 1e-5);
		assertThat(record(module)).startsWith("sigma=0.0 gain=1.0E-5 method=K-SVD dictionary= scope=[Current slice] color=Luminance ");
	}
}
