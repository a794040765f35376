package io.github.sparsej.imagej.bridge;

import java.util.Map;
import java.util.TreeMap;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import ij.ImagePlus;

/** Commands that another command runs, by the option strings that a macro would give them. */
public final class InnerCommand {

	private InnerCommand() {}

	/**
	 * A command whose inputs have the values of an option string; those left out are open. Unlike in a macro, keys that it does not have are errors.
	 *
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	public static Module make(final Context context, final Class<? extends Command> type, final String options) {
		CommandInfo info = context.service(CommandService.class).getCommand(type);
		if (info == null) info = new CommandInfo(type);
		final Module module = context.service(ModuleService.class).createModule(info);
		new MacroOptions(context.service(ConvertService.class), options).applyStrictly(module);
		return module;
	}

	/** The values of all keys but images, by which to tell whether two runs are asked for the same. */
	public static Map<String, String> values(final Module module) {
		final Map<String, String> values = new TreeMap<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (Command_Runner.isValue(input) && input.getType() != ImagePlus.class) values.put(input.getName(), String.valueOf(module.getInput(input.getName())));
		return values;
	}
}
