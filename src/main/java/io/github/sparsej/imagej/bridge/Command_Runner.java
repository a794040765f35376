package io.github.sparsej.imagej.bridge;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import io.github.sparsej.imagej.MacroMode;

/**
 * Runs the SciJava command whose class is the argument, with the options that may stand behind it. The underscore in the name makes ImageJ report a missing
 * dependency instead of keeping silent.
 */
public final class Command_Runner implements PlugIn {

	/** Attribute of the first of several inputs that belong together: what stands above them in the dialog. */
	public static final String HEADING = "heading";

	/** Width of a window, screen px, in which the pixels of an atom can be told apart. */
	private static final int SMALLEST_VIEW = 160;

	/** Below ImageJ's own limit of 32, where it would stop to zoom in. */
	private static final double LARGEST_ZOOM = 16;

	@Override
	public void run(final String argument) {
		final int blank = argument.indexOf(' ');
		final String className = blank < 0 ? argument : argument.substring(0, blank), fixed = blank < 0 ? null : argument.substring(blank + 1);
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Command_Runner.class.getClassLoader());
		try {
			final Context context = BridgeContext.get();
			final CommandInfo info = PlainCommand.info(context, className);
			if (BridgeContext.isFiji(context)) handOver(context, info, fixed);
			else runPlain(context, info, fixed);
		}
		catch (final IllegalArgumentException e) {
			IJ.error("SparseJ", e.getMessage());
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** Fiji has the command in its own menu; here it comes by way of the search bar, a script, or an entry with options. */
	private static void handOver(final Context context, final CommandInfo info, final String fixed) {
		try {
			context.service(CommandService.class).run(info, true, fixed == null ? Map.of() : new MacroOptions(context.service(ConvertService.class), fixed).named()).get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException e) {
			throw new IllegalArgumentException(e.getCause().getMessage(), e);
		}
	}

	/** @param fixed options that the menu's entry has; null if it has none */
	private static void runPlain(final Context context, final CommandInfo info, final String fixed) {
		final Module module = PlainCommand.make(context, info);
		final String options = fixed != null ? fixed : Macro.getOptions();
		if (options != null) new MacroOptions(context.service(ConvertService.class), options).apply(module);
		final boolean activeImage = takeActiveImage(module);
		PlainCommand.initialize(module);
		final boolean macro = MacroMode.isMacro(Thread.currentThread());
		final boolean ask = options == null && !macro && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
		if (ask && needsImage(module)) {
			IJ.error(InputDialog.title(module), "There is no image open.");
			return;
		}
		if (ask && !InputDialog.ofOpen(info, module).harvest()) {
			Recorder.setCommand(null); // a line without options would run with the defaults
			Macro.abort();
			return;
		}
		if (Recorder.record && !macro && fixed == null) record(module, activeImage);
		module.run();
		PlainCommand.images(module).forEach(Command_Runner::show);
	}

	/** Shows a result; stacks of small atoms or patches enlarged, so that there is something to see. */
	private static void show(final ImagePlus result) {
		result.show();
		final ImageCanvas canvas = result.getCanvas();
		if (canvas == null) return; // no window: headless or batch mode
		while (canvas.getMagnification() * result.getWidth() < SMALLEST_VIEW && canvas.getMagnification() < LARGEST_ZOOM) canvas.zoomIn(0, 0);
	}

	/** A single image input that the macro did not name is the active image; it is then not recorded, as in Fiji. */
	private static boolean takeActiveImage(final Module module) {
		final List<String> open = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.getType() == ImagePlus.class && !module.isInputResolved(input.getName())) open.add(input.getName());
		final ImagePlus active = WindowManager.getCurrentImage();
		if (open.size() != 1 || active == null) return false;
		PlainCommand.set(module, open.get(0), active);
		return true;
	}

	/** Whether an image is asked for while none is open, and no folder of images can be named instead. */
	private static boolean needsImage(final Module module) {
		if (WindowManager.getImageCount() > 0) return false;
		for (final ModuleItem<?> input : module.getInfo().inputs()) if (FileWidget.DIRECTORY_STYLE.equals(input.getWidgetStyle())) return false;
		for (final ModuleItem<?> input : module.getInfo().inputs()) if (input.getType() == ImagePlus.class) return true;
		return false;
	}

	/** Tells the recorder all values that can be seen, by the rules of imagej-legacy. */
	static void record(final Module module, final boolean activeImage) {
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = module.getInput(input.getName());
			if (!isValue(input) || value == null || activeImage && value instanceof ImagePlus) continue;
			Recorder.recordOption(input.getName(), escaped(value instanceof ImagePlus image ? image.getTitle() : value.toString()));
		}
	}

	/** As imagej-legacy records: a macro's text in which quotes and backslashes mean themselves. */
	private static String escaped(final String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
	}

	/** Whether an input is something a user gives, and not a service or a text in the dialog. */
	static boolean isValue(final ModuleItem<?> input) {
		return !Service.class.isAssignableFrom(input.getType()) && input.getType() != Context.class && input.getVisibility() != ItemVisibility.INVISIBLE && input.getVisibility() != ItemVisibility.MESSAGE;
	}
}
