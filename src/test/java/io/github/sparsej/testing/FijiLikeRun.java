package io.github.sparsej.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.CheckInputsPreprocessor;
import org.scijava.module.process.DefaultValuePreprocessor;
import org.scijava.module.process.InitPreprocessor;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.ServicePreprocessor;
import org.scijava.module.process.ValidityPreprocessor;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

/**
 * Runs a command as Fiji does from a macro, as far as scijava-common goes: SciJava's own preprocessors in their order,
 * those of imagej-legacy (values from the option string, the active image) written from how they behave, and in the place
 * of the dialog a harvester that fails if anything is left to ask. Macros reach it by ImageJ's function {@code call}.
 */
public final class FijiLikeRun {

	private static final Context CONTEXT = new Context(CommandService.class, ModuleService.class, ConvertService.class);

	private FijiLikeRun() {}

	/** @return titles of the image outputs, which are shown, or "[canceled] " and the reason */
	public static String run(final String className, final String options) throws Exception {
		final CommandInfo info = CONTEXT.service(CommandService.class).getCommand(className);
		final Module module = CONTEXT.service(ModuleService.class).createModule(info);
		final List<PreprocessorPlugin> before = new ArrayList<>(List.of(new ValidityPreprocessor(), new ServicePreprocessor(), new OptionString(options), new ActiveImage(),
			new DefaultValuePreprocessor(), new InitPreprocessor(), new FailingHarvester(), new CheckInputsPreprocessor()));
		before.forEach(CONTEXT::inject);
		for (final PreprocessorPlugin step : before) {
			step.process(module);
			if (step.isCanceled()) return "[canceled] " + step.getCancelReason();
		}
		CONTEXT.service(ModuleService.class).run(module, List.<ModulePreprocessor>of(), List.of(), Map.of()).get();
		final String error = IJ.getErrorMessage();
		if (error != null) return "[error] " + error;
		final List<String> titles = new ArrayList<>();
		for (final ModuleItem<?> output : module.getInfo().outputs())
			if (output.getValue(module) instanceof ImagePlus image) {
				image.show();
				titles.add(image.getTitle());
			}
		return String.join(",", titles);
	}

	/** Converts by SciJava's rules, which let what is no number pass as nothing. */
	private static final class OptionString extends AbstractPreprocessorPlugin {

		private final String options;

		OptionString(final String options) {
			this.options = options + " ";
		}

		@Override
		public void process(final Module module) {
			final ConvertService convert = CONTEXT.service(ConvertService.class);
			for (final ModuleItem<?> input : module.getInfo().inputs()) {
				final String text = Macro.getValue(options, input.getName(), null);
				if (text == null) continue;
				final Object value = input.getType() == ImagePlus.class ? WindowManager.getImage(text) : convert.convert(text, input.getType());
				module.setInput(input.getName(), value);
				module.resolveInput(input.getName());
			}
		}
	}

	private static final class ActiveImage extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (input.getType() == ImagePlus.class && !module.isInputResolved(input.getName()) && WindowManager.getCurrentImage() != null) {
					module.setInput(input.getName(), WindowManager.getCurrentImage());
					module.resolveInput(input.getName());
				}
		}
	}

	private static final class FailingHarvester extends AbstractPreprocessorPlugin {

		@Override
		public void process(final Module module) {
			for (final ModuleItem<?> input : module.getInfo().inputs())
				if (!module.isInputResolved(input.getName())) cancel("a dialog would ask for " + input.getName());
		}
	}
}
