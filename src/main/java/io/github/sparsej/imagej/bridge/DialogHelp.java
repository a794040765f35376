package io.github.sparsej.imagej.bridge;

import java.util.List;

import org.scijava.module.ModuleItem;

/** What the Help button of a dialog shows, for ImageJ's dialogs have no tooltips: every field, what it is called in macros, and what it means. */
final class DialogHelp {

	private DialogHelp() {}

	/** A page of HTML, by which ImageJ knows that it is no address. */
	static String of(final List<ModuleItem<?>> fields) {
		final StringBuilder page = new StringBuilder("<html><table>");
		for (final ModuleItem<?> field : fields) {
			final String meaning = field.getDescription() == null ? "" : field.getDescription();
			page.append("<tr><td>").append(escaped(field.getLabel())).append("</td><td><tt>").append(field.getName()).append("</tt></td><td>").append(escaped(meaning)).append("</td></tr>");
		}
		return page.append("</table><p>Names in the middle are the keys of macros.</p></html>").toString();
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
