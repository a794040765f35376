package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** What dialogs show: few fields first, each with a label that names its unit and a description, and the others behind a button. */
class DialogsTest {

	private static final int MOST_FIELDS = 9;

	/** Keys that are lengths, frequencies, grey values or shares, and what their labels must name. */
	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("patchsize", "px"), Map.entry("atomsize", "px"), Map.entry("crop", "px"), Map.entry("stride", "px"), Map.entry("taps", "px"), Map.entry("localmean", "px"), Map.entry("pooling", "px"),
		Map.entry("nextsize", "cells"), Map.entry("depth", "slices"), Map.entry("cutoff", "cycles/px"), Map.entry("sigma", "px|grey values"), Map.entry("threshold", "grey values"), Map.entry("offset", "grey values"), Map.entry("readnoise", "grey values"),
		Map.entry("cameragain", "grey values per electron"), Map.entry("peak", "grey values"), Map.entry("scale", "grey values"), Map.entry("batch", "patches|slices"), Map.entry("test", "0-1"), Map.entry("tolerance", "grey values|0-1"), Map.entry("sparsity", "0-1"), Map.entry("residual", "share of l2 norm"));

	private final Context context = new Context(CommandService.class, ModuleService.class);

	static Stream<Class<?>> commands() {
		return MacroInterfaceTest.COMMANDS.stream();
	}

	private SparseJCommand create(final Class<?> command) {
		final SparseJCommand created = (SparseJCommand) context.service(ModuleService.class).createModule(new CommandInfo(command.getName()));
		for (final ModuleItem<?> input : created.getInfo().inputs()) if (Service.class.isAssignableFrom(input.getType())) created.resolveInput(input.getName());
		return created;
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyFieldHasALabelWithItsUnitAndADescription(final Class<?> command) {
		for (final Field key : MacroInterfaceTest.keys(command)) {
			final Parameter parameter = key.getAnnotation(Parameter.class);
			final String name = command.getSimpleName() + " " + key.getName();
			assertThat(parameter.label()).as(name).isNotBlank().doesNotEndWith(":").matches("[A-Z1].*");
			assertThat(parameter.description()).as(name).isNotBlank().isNotEqualTo(parameter.label());
			if (UNITS.containsKey(key.getName())) assertThat(parameter.label()).as(name).containsPattern("\\(([^)]*\\b)?(" + UNITS.get(key.getName()) + ")\\b");
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyCommandSaysInASentenceWhatItDoes(final Class<?> command) {
		assertThat(command.getAnnotation(Plugin.class).description()).hasSizeBetween(30, 100).matches("[A-Z].*[^.]");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void aDialogBeginsWithFewFields(final Class<?> command) {
		final SparseJCommand created = create(command);
		final List<String> first = created.firstInputs().stream().filter(name -> !name.equals("folder")).toList(); // that one only where no image is open
		final List<String> keys = MacroInterfaceTest.keys(command).stream().filter(key -> !key.getType().getName().startsWith("ij.")).map(Field::getName).toList();
		assertThat(first).allSatisfy(name -> assertThat(created.getInfo().getInput(name)).as(name).isNotNull());
		assertThat(first.isEmpty() ? keys : first.stream().filter(keys::contains).toList()).hasSizeLessThanOrEqualTo(MOST_FIELDS);
	}

	private static List<String> open(final SparseJCommand command) {
		final List<String> names = new ArrayList<>();
		for (final ModuleItem<?> input : command.getInfo().inputs()) if (!command.isInputResolved(input.getName()) && input.getType() != Context.class) names.add(input.getName());
		return names;
	}

	/** Those that a recorder writes down: neither invisible, nor messages, nor without a value. */
	private static List<String> recorded(final SparseJCommand command) {
		final List<String> names = new ArrayList<>();
		for (final ModuleItem<?> input : command.getInfo().inputs())
			if (input.getVisibility() == ItemVisibility.NORMAL && command.getInput(input.getName()) != null && !(command.getInput(input.getName()) instanceof Service) && input.getType() != Context.class) names.add(input.getName());
		return names;
	}

	@Test
	void theOthersAreLeftOutOfTheDialogAndOfTheLineUntilTheyAreSeen() {
		final SparseJCommand command = create(SparseDenoise.class);
		final int all = recorded(command).size();
		final AdvancedInputs advanced = new AdvancedInputs(command);
		advanced.hideAllBut(command.firstInputs(), "askAdvanced");
		assertThat(open(command)).containsExactly("image", "estimate", "sigma", "gain", "method", "dictionary", "scope", "color", "noise", "advancedsettings");
		assertThat(command.getInfo().getInput("advancedsettings").getType()).isEqualTo(Button.class);
		assertThat(recorded(command)).containsExactly("sigma", "gain", "method", "dictionary", "scope", "color", "noise");
		assertThat(advanced.names()).contains("cameraestimate", "patchsize", "seed").doesNotContain("image", "sigma", "advancedsettings", "context", "threads");
		assertThat(advanced.isUnseen("patchsize")).isTrue();
		assertThat(advanced.isUnseen("sigma")).isFalse();
		advanced.see();
		assertThat(advanced.isUnseen("patchsize")).isFalse();
		assertThat(advanced.names()).as("can be seen again").contains("patchsize");
		assertThat(recorded(command)).hasSize(all).contains("patchsize").doesNotContain("advancedsettings");
		assertThat(open(command)).as("by the first dialog they are not asked for").doesNotContain("patchsize");
	}

	@Test
	void aChoiceThatSetsOthersMakesThemPartOfTheLine() throws Exception {
		final SparseJCommand command = create(LearnDictionary.class);
		command.setInput("preset", Keys.PAPER_2019);
		command.getInfo().getInput("preset").callback(command);
		assertThat(command.getInput("eta")).isEqualTo(0.02);
		assertThat(command.getInput("disk")).isEqualTo(true);
		assertThat(recorded(command)).contains("eta", "disk", "seed");
	}

	@Test
	void buttonsOfAdvancedSettingsAndHelpFindTheirMethods() throws Exception {
		final SparseJCommand command = create(LearnDictionary.class);
		final AdvancedInputs advanced = new AdvancedInputs(command);
		advanced.hideAllBut(command.firstInputs(), "askAdvanced");
		advanced.addHelp("showHelp");
		for (final String method : List.of("askAdvanced", "showHelp")) assertThat(SparseJCommand.class.getDeclaredMethod(method)).isNotNull();
		assertThat(open(command)).endsWith("advancedsettings", "help");
		assertThat(command.getInfo().getInput("help").getDescription()).isNotBlank();
		assertThat(command.getInput("help")).isNull();
	}
}
