package io.github.sparsej.imagej.bridge;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Vector;

import org.scijava.ItemVisibility;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;

/** An ImageJ dialog made from the inputs of a command that are still open. */
final class InputDialog {

	private static final int TEXT_COLUMNS = 16;

	private final ConvertService convert;
	private final Module module;

	InputDialog(final ConvertService convert, final Module module) {
		this.convert = convert;
		this.module = module;
	}

	/**
	 * Asks the user and sets the inputs.
	 *
	 * @return false if the user cancelled
	 * @throws IllegalArgumentException naming the first field that is not a number
	 */
	boolean harvest() {
		final GenericDialog dialog = new GenericDialog(title(module));
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (module.isInputResolved(input.getName())) continue;
			if (input.getVisibility() == ItemVisibility.MESSAGE) dialog.addMessage(String.valueOf(input.getValue(module)));
			else if (Command_Runner.isValue(input)) {
				addField(dialog, input);
				asked.add(input);
			}
		}
		if (asked.isEmpty()) return true;
		if (asked.size() == 1 && isFile(asked.get(0))) return chooseFile(asked.get(0));
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		readBack(dialog, asked);
		return true;
	}

	/** The menu label without its dots. */
	static String title(final Module module) {
		return module.getInfo().getTitle().replace("...", "");
	}

	private void addField(final GenericDialog dialog, final ModuleItem<?> input) {
		final String label = input.getLabel() == null || input.getLabel().isEmpty() ? input.getName() : input.getLabel();
		final Class<?> type = Types.box(input.getType());
		final Object value = input.getValue(module);
		if (isChoice(input)) {
			final String[] choices = type == ImagePlus.class ? WindowManager.getImageTitles() : input.getChoices().stream().map(String::valueOf).toArray(String[]::new);
			dialog.addChoice(label, choices, value == null ? null : value.toString());
		}
		else if (type == Boolean.class) dialog.addCheckbox(label, Boolean.TRUE.equals(value));
		else if (Number.class.isAssignableFrom(type)) {
			// the number as Java writes it: ImageJ's fixed number of decimals would round small ones to 0
			dialog.addNumericField(label, 0, 0);
			((TextField) dialog.getNumericFields().lastElement()).setText(String.valueOf(value));
		}
		else if (isFile(input)) dialog.addFileField(label, text(value));
		else dialog.addStringField(label, text(value), TEXT_COLUMNS);
	}

	private static boolean isFile(final ModuleItem<?> input) {
		return FileWidget.OPEN_STYLE.equals(input.getWidgetStyle()) || FileWidget.SAVE_STYLE.equals(input.getWidgetStyle());
	}

	/** Where a file is all that is asked for: ImageJ's own chooser, which asks before it replaces a file. */
	private boolean chooseFile(final ModuleItem<?> input) {
		Recorder.suspendRecording(); // the chooser would record the path under a key of its own
		final String folder, name;
		try {
			if (FileWidget.SAVE_STYLE.equals(input.getWidgetStyle())) {
				final SaveDialog chooser = new SaveDialog(title(module), WindowManager.getCurrentImage().getShortTitle(), ".tif");
				folder = chooser.getDirectory();
				name = chooser.getFileName();
			}
			else {
				final OpenDialog chooser = new OpenDialog(title(module));
				folder = chooser.getDirectory();
				name = chooser.getFileName();
			}
		}
		finally {
			Recorder.resumeRecording();
		}
		if (name == null) return false;
		module.setInput(input.getName(), folder + name);
		module.resolveInput(input.getName());
		return true;
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}

	private static boolean isChoice(final ModuleItem<?> input) {
		return input.getType() == ImagePlus.class || input.getChoices() != null && !input.getChoices().isEmpty();
	}

	/** Reads the components themselves: GenericDialog's getters would record values under the first word of their label. */
	private void readBack(final GenericDialog dialog, final List<ModuleItem<?>> asked) {
		final Iterator<?> choices = iterator(dialog.getChoices());
		final Iterator<?> checkboxes = iterator(dialog.getCheckboxes());
		final Iterator<?> numbers = iterator(dialog.getNumericFields());
		final Iterator<?> strings = iterator(dialog.getStringFields());
		for (final ModuleItem<?> input : asked) {
			final Class<?> type = Types.box(input.getType());
			final Object value;
			if (isChoice(input)) {
				final String chosen = ((Choice) choices.next()).getSelectedItem();
				value = type == ImagePlus.class ? WindowManager.getImage(chosen) : convert.convert(chosen, type);
			}
			else if (type == Boolean.class) value = ((Checkbox) checkboxes.next()).getState();
			else if (Number.class.isAssignableFrom(type)) value = MacroOptions.number(((TextField) numbers.next()).getText(), type, input.getName());
			else value = ((TextField) strings.next()).getText();
			module.setInput(input.getName(), value);
			module.resolveInput(input.getName());
		}
	}

	private static Iterator<?> iterator(final Vector<?> components) {
		return components == null ? List.of().iterator() : components.iterator();
	}
}
