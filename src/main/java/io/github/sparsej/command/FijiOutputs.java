package io.github.sparsej.command;

import java.awt.GraphicsEnvironment;

import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/** Makes a result the macro's current image where nobody else does: in Fiji, headless or in batch mode. */
final class FijiOutputs {

	private FijiOutputs() {}

	static void publish(final ImagePlus image, final ThreadService threads) {
		if (threads == null || threads.context().getService("net.imagej.legacy.LegacyService") == null) return; // the bridge shows them on the macro's own thread
		if (!GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) return; // Fiji opens a window
		if (GraphicsEnvironment.isHeadless()) image.show(); // only enters the list of images
		final Thread caller = threads.getParent(null);
		if (caller != null) WindowManager.setTempCurrentImage(caller, image);
	}
}
