package io.github.sparsej.imagej.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import ij.ImageJ;

/** Opens a plain ImageJ that has SparseJ in its menu, straight from the class path. */
public final class ImageJWindow {

	private static final String MENU_FILE = "plugins.config";

	private ImageJWindow() {}

	/**
	 * ImageJ only makes menu entries for jars in its plugins folder: it gets one that holds nothing but the list of
	 * entries, and finds the classes on the class path.
	 *
	 * @param folder ImageJ's folder, made if it is not there
	 * @throws IOException if the folder cannot be written
	 */
	public static void open(final Path folder) throws IOException {
		final Path plugins = Files.createDirectories(folder.resolve("plugins"));
		try (InputStream menu = ImageJWindow.class.getResourceAsStream("/" + MENU_FILE);
			JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("SparseJ_menu.jar"))))
		{
			jar.putNextEntry(new JarEntry(MENU_FILE));
			menu.transferTo(jar);
			jar.closeEntry();
		}
		System.setProperty("plugins.dir", folder.toAbsolutePath().toString());
		new ImageJ().exitWhenQuitting(true);
	}
}
