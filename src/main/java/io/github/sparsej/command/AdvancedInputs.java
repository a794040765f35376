package io.github.sparsej.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

import ij.ImagePlus;

/**
 * The inputs that a dialog of a command does not show at first. A dialog passes over inputs that are resolved, of plain ImageJ as of
 * Fiji; and inputs that are invisible are not recorded, so that a line names what the user has seen. Buttons have no value, and so are
 * not recorded either; they are made for dialogs alone, and macros do not meet them.
 */
final class AdvancedInputs {

	private static final String ADVANCED = "advancedsettings", HELP = "help";

	private final DynamicCommand command;
	private final Set<String> names = new HashSet<>();
	private final Set<String> unseen = new HashSet<>();

	AdvancedInputs(final DynamicCommand command) {
		this.command = command;
	}

	/**
	 * Leaves all but these inputs, and images, out of the dialog.
	 *
	 * @param callback name of the command's method that opens the other dialog
	 */
	void hideAllBut(final List<String> first, final String callback) {
		for (final ModuleItem<?> input : command.getInfo().inputs()) {
			if (command.isInputResolved(input.getName()) || isNoField(input) || first.contains(input.getName())) continue;
			names.add(input.getName());
			command.resolveInput(input.getName());
			if (input.getVisibility() == ItemVisibility.MESSAGE) continue;
			unseen.add(input.getName());
			command.getInfo().getMutableInput(input.getName(), input.getType()).setVisibility(ItemVisibility.INVISIBLE);
		}
		if (!names.isEmpty()) addButton(ADVANCED, "Advanced settings...", "More keys of this command, which few need to change", callback);
	}

	private static boolean isNoField(final ModuleItem<?> input) {
		final Class<?> type = input.getType();
		return type == ImagePlus.class || type == Context.class || Service.class.isAssignableFrom(type) || input.getVisibility() == ItemVisibility.INVISIBLE;
	}

	/**
	 * Adds the button to a dialog; where nothing is asked for, there is none.
	 *
	 * @param callback name of the command's method that shows the help
	 */
	void addHelp(final String callback) {
		boolean asks = false;
		for (final ModuleItem<?> input : command.getInfo().inputs()) asks |= !command.isInputResolved(input.getName()) && !isNoField(input);
		if (asks) addButton(HELP, "Help", "What the command does, and what its keys mean", callback);
	}

	private void addButton(final String name, final String label, final String description, final String callback) {
		final DefaultMutableModuleItem<Button> button = new DefaultMutableModuleItem<>(command, name, Button.class);
		button.setLabel(label);
		button.setDescription(description);
		button.setCallback(callback);
		button.setRequired(false);
		button.setPersisted(false);
		command.addInput(button);
	}

	/** The names of those left out, also after they have been seen. */
	Set<String> names() {
		return Set.copyOf(names);
	}

	/** Whether the user has not seen this input, nor chosen anything that sets it. */
	boolean isUnseen(final String name) {
		return unseen.contains(name);
	}

	/** From now on they are as those of the first dialog. */
	void see() {
		for (final String name : unseen) command.getInfo().getMutableInput(name, command.getInfo().getInput(name).getType()).setVisibility(ItemVisibility.NORMAL);
		unseen.clear();
	}
}
