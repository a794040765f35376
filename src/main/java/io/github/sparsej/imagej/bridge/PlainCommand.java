package io.github.sparsej.imagej.bridge;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

import ij.ImagePlus;

/** A command made and run without Fiji: by a menu entry of ImageJ 1.x, or from a shell. */
final class PlainCommand {

	private PlainCommand() {}

	/** What SciJava knows of the command of this class. */
	static CommandInfo info(final Context context, final String className) {
		final CommandInfo info = context.service(CommandService.class).getCommand(className);
		return info == null ? new CommandInfo(className) : info;
	}

	/** The command with its services; its inputs are open. */
	static Module make(final Context context, final CommandInfo info) {
		final Module module = context.service(ModuleService.class).createModule(info);
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (Service.class.isAssignableFrom(input.getType())) set(module, input.getName(), context.getService(input.getType().asSubclass(Service.class)));
		return module;
	}

	static void set(final Module module, final String key, final Object value) {
		module.setInput(key, value);
		module.resolveInput(key);
	}

	/** To be called when all is set that was given, and before it is asked for the rest. */
	static void initialize(final Module module) {
		try {
			module.initialize();
		}
		catch (final MethodCallException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The images made, the one that matters most last: it is the one that becomes the active image. */
	static List<ImagePlus> images(final Module module) {
		final List<ImagePlus> images = new ArrayList<>();
		for (final ModuleItem<?> output : module.getInfo().outputs()) if (output.getValue(module) instanceof ImagePlus image) images.add(image);
		return images;
	}
}
