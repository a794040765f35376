package io.github.sparsej.imagej.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;

import io.github.sparsej.imagej.bridge.CommandKey.Kind;

/**
 * What a command is called and asks for, told by its own SciJava parameters, for those who make something else of it than a dialog.
 *
 * @param className   of the command
 * @param label       in the menu, without its dots
 * @param description what it does, in a line
 * @param keys        its inputs, in the order of the dialog
 */
public record CommandForm(String className, String label, String description, List<CommandKey> keys) {

	private static final Pattern MENU_ENTRY = Pattern.compile("^[^#]*Command_Runner\\(\"([\\w.$]+)\"\\)\\s*$");

	/** All commands, in the order of the menu. */
	public static List<CommandForm> all() {
		final Context context = BridgeContext.get();
		try (BufferedReader menu = new BufferedReader(new InputStreamReader(CommandForm.class.getResourceAsStream("/plugins.config"), StandardCharsets.UTF_8))) {
			return menu.lines().map(MENU_ENTRY::matcher).filter(Matcher::matches).map(entry -> of(context, entry.group(1))).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The key of the image that the command works on; none for commands that make something of nothing. */
	public Optional<CommandKey> image() {
		return keys.stream().filter(key -> key.kind() == Kind.IMAGE).findFirst();
	}

	/** Whether there is nothing to work on without an image: no folder of images can be named instead. */
	public boolean needsImage() {
		return image().isPresent() && keys.stream().noneMatch(key -> key.kind() == Kind.FOLDER);
	}

	private static CommandForm of(final Context context, final String className) {
		final CommandInfo info = PlainCommand.info(context, className);
		final Module module = PlainCommand.make(context, info);
		final List<String> titles = ((RunnableByName) module.getDelegateObject()).imagesByTitle();
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> input : info.inputs()) if (Command_Runner.isValue(input) && input.getType() != Button.class) inputs.add(input);
		final List<Object> defaults = inputs.stream().map(input -> (Object) module.getInput(input.getName())).toList();
		PlainCommand.initialize(module); // some choices are only known then
		final List<CommandKey> keys = new ArrayList<>();
		for (int i = 0; i < inputs.size(); i++) {
			final ModuleItem<?> input = inputs.get(i);
			final boolean title = titles.contains(input.getName());
			final List<?> choices = title ? null : module.getInfo().getInput(input.getName()).getChoices();
			final List<String> texts = choices == null ? List.of() : choices.stream().map(String::valueOf).toList();
			keys.add(new CommandKey(input.getName(), text(input.getLabel()), text(input.getDescription()), title ? Kind.OTHER_IMAGE : kind(input, !texts.isEmpty()), text(defaults.get(i)), texts));
		}
		final String label = InputDialog.title(module);
		return new CommandForm(className, label, text(info.getDescription()).isBlank() ? label : info.getDescription(), keys);
	}

	private static Kind kind(final ModuleItem<?> input, final boolean choice) {
		final Class<?> type = Types.box(input.getType());
		if (type == ImagePlus.class) return Kind.IMAGE;
		if (type == Boolean.class) return Kind.FLAG;
		if (Number.class.isAssignableFrom(type)) return type == Double.class || type == Float.class ? Kind.NUMBER : Kind.WHOLE_NUMBER;
		if (choice) return Kind.CHOICE;
		final String style = String.valueOf(input.getWidgetStyle());
		return switch (style) {
			case FileWidget.OPEN_STYLE -> Kind.FILE_TO_READ;
			case FileWidget.SAVE_STYLE -> Kind.FILE_TO_WRITE;
			case FileWidget.DIRECTORY_STYLE -> Kind.FOLDER;
			default -> Kind.TEXT;
		};
	}

	private static String text(final Object value) {
		return value == null ? "" : value.toString();
	}
}
