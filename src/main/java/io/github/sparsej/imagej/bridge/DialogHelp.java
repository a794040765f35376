package io.github.sparsej.imagej.bridge;

import java.util.Locale;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** What the Help button of a dialog shows, for ImageJ's dialogs have no tooltips: what the command does, where its page is, and of every key how it is called and what it means. */
final class DialogHelp {

	private static final String PAGES = "https://github.com/sparsej/sparsej/blob/main/src/site/markdown/commands/";

	private DialogHelp() {}

	/** A page of HTML, by which ImageJ knows that it is no address; with all keys, also those that the dialog does not ask for. */
	static String of(final Module module) {
		final StringBuilder page = new StringBuilder("<html><p>").append(escaped(module.getInfo().getDescription())).append("</p><p><a href=\"").append(address(InputDialog.title(module))).append("\">More in the documentation</a></p><table>");
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			if (!isKey(input)) continue;
			page.append("<tr><td>").append(escaped(input.getLabel())).append("</td><td><tt>").append(input.getName()).append("</tt></td><td>").append(escaped(input.getDescription())).append("</td></tr>");
		}
		return page.append("</table><p>Names in the middle are the keys of macros.</p></html>").toString();
	}

	/** Also those that are hidden for now. */
	private static boolean isKey(final ModuleItem<?> input) {
		return !Service.class.isAssignableFrom(input.getType()) && input.getType() != Button.class && input.getVisibility() != ItemVisibility.MESSAGE && input.getLabel() != null && !input.getLabel().isEmpty();
	}

	/** The command's page; with an anchor, since ImageJ takes what ends in .md for an image. */
	private static String address(final String title) {
		final String page = title.toLowerCase(Locale.ROOT).replace(' ', '-');
		return PAGES + page + ".md#" + page;
	}

	private static String escaped(final String text) {
		return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
