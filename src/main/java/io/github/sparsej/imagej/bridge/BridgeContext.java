package io.github.sparsej.imagej.bridge;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.thread.ThreadService;

import ij.IJ;

/** The one SciJava context of this ImageJ: Fiji's own where there is one, else one made at first use and kept. */
final class BridgeContext {

	private static Context context;

	private BridgeContext() {}

	static synchronized Context get() {
		if (context == null) context = fijiContext();
		if (context == null) context = plainContext();
		return context;
	}

	/** Whether imagej-legacy is there to harvest, record and show. */
	static boolean isFiji(final Context context) {
		return context.getService("net.imagej.legacy.LegacyService") != null;
	}

	/** imagej-legacy adds a field to IJ and answers to this plug-in name; plain ImageJ does neither. */
	private static Context fijiContext() {
		try {
			IJ.class.getField("_hooks");
		}
		catch (final NoSuchFieldException plainImageJ) {
			return null;
		}
		return IJ.runPlugIn("org.scijava.Context", "") instanceof Context fiji ? fiji : null;
	}

	/** SciJava finds its plugins through the thread's class loader, which in ImageJ 1.x is not the one of plugins. */
	private static Context plainContext() {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		try {
			thread.setContextClassLoader(BridgeContext.class.getClassLoader());
			return new Context(CommandService.class, ModuleService.class, ConvertService.class, LogService.class, StatusService.class, ThreadService.class);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
