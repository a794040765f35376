package io.github.sparsej.imagej.bridge;

import java.util.List;

/**
 * An input of a command, as a user of a shell has to know it.
 *
 * @param name         the key of macros
 * @param label        what the dialog calls it, with its unit
 * @param description  what it means; empty where the label says all
 * @param kind         what is to be given
 * @param defaultValue what it is if nothing is given; empty for nothing
 * @param choices      the values allowed; empty where they are no choice
 */
public record CommandKey(String name, String label, String description, Kind kind, String defaultValue, List<String> choices) {

	/** What a value is. */
	public enum Kind {
		/** The image that the command works on. */
		IMAGE("FILE"),
		/** Another image, which in ImageJ has to be open and is named by its title. */
		OTHER_IMAGE("FILE"),
		/** A file that is read. */
		FILE_TO_READ("FILE"),
		/** A file that is written. */
		FILE_TO_WRITE("FILE"),
		FOLDER("FOLDER"),
		WHOLE_NUMBER("N"),
		NUMBER("X"),
		FLAG("true|false"),
		CHOICE("CHOICE"),
		TEXT("TEXT");

		private final String placeholder;

		Kind(final String placeholder) {
			this.placeholder = placeholder;
		}

		/** What stands for the value in a help text. */
		public String placeholder() {
			return placeholder;
		}
	}
}
