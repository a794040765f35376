package io.github.sparsej.imagej.bridge;

import java.util.Set;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;

import ij.gui.HTMLDialog;

/** Windows that a command opens from its dialog, in Fiji as in plain ImageJ. */
public final class CommandDialogs {

	private CommandDialogs() {}

	/**
	 * Asks for more inputs in a dialog of their own, and sets them.
	 *
	 * @param names of the inputs
	 * @return false if the user cancelled, and nothing was set
	 * @throws IllegalArgumentException naming the first field that is not a number
	 */
	public static boolean askAdvanced(final Module module, final Set<String> names) {
		return InputDialog.ofAdvanced(new CommandInfo(module.getClass().getName()), module, names).harvest();
	}

	/** What the command does and what its keys mean. */
	public static void showHelp(final Module module) {
		new HTMLDialog(InputDialog.title(module), DialogHelp.of(module), false);
	}

	/**
	 * Whether SciJava makes the dialogs of a command, which have no button for help.
	 *
	 * @param context of the command; null in plain ImageJ
	 */
	public static boolean areOfSciJava(final Context context) {
		return context != null && BridgeContext.isFiji(context);
	}
}
