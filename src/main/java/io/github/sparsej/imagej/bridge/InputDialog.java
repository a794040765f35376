package io.github.sparsej.imagej.bridge;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Font;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Vector;
import java.util.function.Predicate;

import org.scijava.ItemVisibility;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import ij.plugin.frame.Recorder;

/** An ImageJ dialog made from inputs of a command: those that are still open, or some by name. */
final class InputDialog {

	private static final int TEXT_COLUMNS = 16;

	/** Up to this width a text field of ImageJ leaves room for another field on its right; wider ones take the whole row. */
	private static final int COLUMNS_OF_A_CELL = 8;

	private static final Font HEADING_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 12);

	/** More inputs than this stand in two columns, so that the dialog fits on a screen. */
	private static final int ONE_COLUMN = 16;

	private final ModuleInfo declared;
	private final Module module;
	private final String title;
	private final Predicate<ModuleItem<?>> wanted;
	private final List<Field> fields = new ArrayList<>();

	/** An input and the component of the dialog that holds its value. */
	private record Field(ModuleItem<?> input, Component component) {}

	private InputDialog(final ModuleInfo declared, final Module module, final String title, final Predicate<ModuleItem<?>> wanted) {
		this.declared = declared;
		this.module = module;
		this.title = title;
		this.wanted = wanted;
	}

	/**
	 * Asks for what is still open.
	 *
	 * @param declared the inputs with the attributes of their fields, which those of a module that changes its inputs have lost
	 */
	static InputDialog ofOpen(final ModuleInfo declared, final Module module) {
		return new InputDialog(declared, module, title(module), input -> !module.isInputResolved(input.getName()) && (input.getVisibility() == ItemVisibility.MESSAGE || Command_Runner.isValue(input)));
	}

	/** Asks for inputs of these names, in a dialog that says that it is a second one. */
	static InputDialog ofAdvanced(final ModuleInfo declared, final Module module, final Set<String> names) {
		return new InputDialog(declared, module, title(module) + " - Advanced Settings", input -> names.contains(input.getName()));
	}

	/**
	 * Asks the user and sets the inputs.
	 *
	 * @return false if the user cancelled
	 * @throws IllegalArgumentException naming the first field that is not a number
	 */
	boolean harvest() {
		final GenericDialog dialog = new GenericDialog(title);
		final List<ModuleItem<?>> asked = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) if (isAsked(input)) asked.add(input);
		final boolean twoColumns = asked.size() > ONE_COLUMN;
		final boolean isShort = asked.stream().anyMatch(input -> input.getType() == Button.class); // the headings are for what stands behind its button
		int column = 0;
		String above = "";
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String heading = isShort || input.getType() == Button.class ? null : declared.getInput(input.getName()).get(Command_Runner.HEADING);
			if (heading != null) above = heading; // also of an input that is not asked for: then it stands above the next one
			if (!asked.contains(input)) continue;
			if (!above.isEmpty() || input.getVisibility() == ItemVisibility.MESSAGE) column = 0;
			if (!above.isEmpty()) dialog.addMessage(above, HEADING_FONT);
			above = "";
			if (input.getVisibility() == ItemVisibility.MESSAGE) {
				dialog.addMessage(String.valueOf(input.getValue(module)));
				continue;
			}
			if (input.getType() == Button.class) {
				dialog.addButton(input.getLabel(), pressed -> callBack(input));
				continue;
			}
			if (column == 1) dialog.addToSameRow();
			fields.add(new Field(input, addField(dialog, input)));
			column = twoColumns ? 1 - column : 0;
		}
		if (fields.isEmpty()) return true;
		if (fields.size() == 1 && isFile(fields.get(0).input)) return chooseFile(fields.get(0).input);
		dialog.addHelp(DialogHelp.of(module));
		for (final Field field : fields) if (field.component instanceof Choice choice && field.input.getCallback() != null) choice.addItemListener(chosen -> callBack(field.input));
		dialog.showDialog();
		if (dialog.wasCanceled()) return false;
		final List<Object> values = fields.stream().map(this::read).toList(); // all of them, before any is set
		for (int i = 0; i < fields.size(); i++) {
			module.setInput(fields.get(i).input.getName(), values.get(i));
			module.resolveInput(fields.get(i).input.getName());
		}
		return true;
	}

	private boolean isAsked(final ModuleItem<?> input) {
		if (input.getType() == ImagePlus.class && WindowManager.getImageCount() == 0) return false; // then another input tells what to work on
		return wanted.test(input);
	}

	/** The menu label without its dots. */
	static String title(final Module module) {
		return module.getInfo().getTitle().replace("...", "");
	}

	private Component addField(final GenericDialog dialog, final ModuleItem<?> input) {
		final String label = input.getLabel() == null || input.getLabel().isEmpty() ? input.getName() : input.getLabel();
		final Class<?> type = Types.box(input.getType());
		final Object value = input.getValue(module);
		if (isChoice(input)) {
			final String[] choices = type == ImagePlus.class ? WindowManager.getImageTitles() : input.getChoices().stream().map(String::valueOf).toArray(String[]::new);
			dialog.addChoice(label, choices, value == null ? null : value.toString());
			return last(dialog.getChoices());
		}
		if (type == Boolean.class) {
			dialog.addCheckbox(label, Boolean.TRUE.equals(value));
			return last(dialog.getCheckboxes());
		}
		if (Number.class.isAssignableFrom(type)) {
			// the number as Java writes it: ImageJ's fixed number of decimals would round small ones to 0
			dialog.addNumericField(label, 0, 0);
			final TextField field = (TextField) last(dialog.getNumericFields());
			field.setText(String.valueOf(value));
			return field;
		}
		if (isFile(input)) dialog.addFileField(label, text(value));
		else if (FileWidget.DIRECTORY_STYLE.equals(input.getWidgetStyle())) dialog.addDirectoryField(label, text(value), COLUMNS_OF_A_CELL);
		else dialog.addStringField(label, text(value), COLUMNS_OF_A_CELL);
		final TextField field = (TextField) last(dialog.getStringFields());
		field.setColumns(TEXT_COLUMNS);
		return field;
	}

	private static Component last(final Vector<?> components) {
		return (Component) components.lastElement();
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
				final SaveDialog chooser = new SaveDialog(title, WindowManager.getCurrentImage().getShortTitle(), ".tif");
				folder = chooser.getDirectory();
				name = chooser.getFileName();
			}
			else {
				final OpenDialog chooser = new OpenDialog(title);
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

	/** Tells the command what the dialog holds, and shows what it makes of it. */
	private void callBack(final ModuleItem<?> used) {
		for (final Field field : fields) {
			try {
				module.setInput(field.input.getName(), read(field));
			}
			catch (final IllegalArgumentException notYetANumber) {
				continue; // it is said when the dialog is confirmed
			}
		}
		try {
			used.callback(module);
		}
		catch (final MethodCallException e) {
			throw new IllegalStateException(e);
		}
		for (final Field field : fields) show(field);
	}

	/** Reads the component itself: GenericDialog's getters would record values under the first word of their label. */
	private Object read(final Field field) {
		final Class<?> type = Types.box(field.input.getType());
		if (field.component instanceof Choice choice) return type == ImagePlus.class ? WindowManager.getImage(choice.getSelectedItem()) : choice.getSelectedItem();
		if (field.component instanceof Checkbox box) return box.getState();
		final String text = ((TextField) field.component).getText();
		return Number.class.isAssignableFrom(type) ? MacroOptions.number(text, type, field.input.getName()) : text;
	}

	private void show(final Field field) {
		final Object value = module.getInput(field.input.getName());
		if (field.component instanceof Choice choice) choice.select(value instanceof ImagePlus image ? image.getTitle() : text(value));
		else if (field.component instanceof Checkbox box) box.setState(Boolean.TRUE.equals(value));
		else ((TextField) field.component).setText(text(value));
	}
}
