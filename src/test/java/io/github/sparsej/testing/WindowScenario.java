package io.github.sparsej.testing;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Menu;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;
import javax.swing.JEditorPane;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.imagej.job.ImageJWindow;

/**
 * What a user does with the mouse in the real ImageJ, in a JVM of its own with a screen: opens the menu's commands, fills
 * in a dialog, records, looks at windows, presses Esc. Prints what it saw; screenshots go to a folder.
 */
public final class WindowScenario {

	private static final int WAIT_SECONDS = 60;

	private WindowScenario() {}

	public static void main(final String[] arguments) throws Exception {
		final Path folder = Path.of(arguments[0]);
		ImageJWindow.open(folder);
		System.out.println("menu=" + Menus.getCommands().get("Learn Dictionary..."));
		System.out.println("samples=" + Arrays.toString(samples().toArray()));
		new Recorder();
		Samples.open(Samples.Sample.CAMERA).show();

		chooseAPreset(folder);
		openScanParameter(folder);
		denoise(folder);
		IJ.doCommand("Learn Dictionary...");
		final Dialog dialog = dialog("Learn Dictionary");
		labelled(dialog, "Patch size", TextField.class).setText("8");
		labelled(dialog, "Atoms", TextField.class).setText("64");
		labelled(dialog, "Patches", TextField.class).setText("20000");
		labelled(dialog, "Homeostasis", Choice.class).select("None");
		screenshot(folder, "dialog");
		press(dialog, "OK");
		await("atoms", () -> WindowManager.getImage("camera-atoms") != null);
		await("learning curve", () -> WindowManager.getImage("camera-learning-curve") != null);
		await("recorded line", () -> lastLine(Recorder.getInstance().getText()).contains("Learn Dictionary"));
		System.out.println("recorded=" + lastLine(Recorder.getInstance().getText()));

		IJ.doCommand("Dictionary Mosaic");
		press(dialog("Dictionary Mosaic"), "OK");
		await("mosaic", () -> WindowManager.getImage("camera-mosaic") != null);
		place("camera.png", 0, 150);
		place("camera-atoms", 530, 150);
		place("camera-mosaic", 800, 150);
		place("camera-learning-curve", 530, 500);
		screenshot(folder, "windows");

		encodeAndCompareEncoders(folder);

		IJ.selectWindow("camera.png");
		IJ.run("Encode Image...", "dictionary=camera-atoms encoder=[Orthogonal matching pursuit] nonzeros=8 stride=4");
		IJ.run("Reconstruct Image...", "dictionary=camera-atoms");
		IJ.run("Compare with Reference...", "reference=camera.png");
		IJ.wait(1000);
		screenshot(folder, "results");
		System.out.println("results=" + IJ.getTextPanel().getText().replace('\t', ' ').strip().replace("\n", " / "));

		IJ.selectWindow("camera.png");
		IJ.run("Learn Dictionary...", "patchsize=4 atoms=16 patches=1000 initial=DCT iterations=0 curves=false"); // narrower than ImageJ can enlarge to the view
		System.out.println("small=" + WindowManager.getCurrentImage().getWidth());

		stopWithEsc();
		System.out.println("done");
		System.exit(0);
	}

	/** Labels of the submenu File>Open Samples that are ours. */
	private static List<String> samples() {
		final List<String> labels = new ArrayList<>();
		final Menu file = Menus.getMenuBar().getMenu(0);
		for (int i = 0; i < file.getItemCount(); i++)
			if (file.getItem(i) instanceof Menu samples && samples.getLabel().equals("Open Samples"))
				for (int j = 0; j < samples.getItemCount(); j++) if (samples.getItem(j).getLabel().startsWith("SparseJ")) labels.add(samples.getItem(j).getLabel());
		return labels;
	}

	/** Its values are seen at once; then the dialog is cancelled. */
	private static void chooseAPreset(final Path folder) throws Exception {
		IJ.doCommand("Learn Dictionary...");
		final Dialog dialog = dialog("Learn Dictionary");
		System.out.println("height=" + dialog.getHeight());
		choose(labelled(dialog, "Preset", Choice.class), "Paper 2019");
		final Dialog advanced = advanced(dialog, "Learn Dictionary");
		System.out.println("preset=" + labelled(dialog, "Patch size", TextField.class).getText() + " " + labelled(advanced, "Step size", TextField.class).getText() + " " + labelled(dialog, "Whitening", Choice.class).getSelectedItem());
		System.out.println("advanced height=" + advanced.getHeight());
		screenshot(folder, "preset");
		labelled(advanced, "Seed", TextField.class).setText("7");
		close(advanced, "OK");
		choose(labelled(dialog, "Learner", Choice.class), "K-SVD");
		final Dialog again = advanced(dialog, "Learn Dictionary");
		System.out.println("learner=" + labelled(dialog, "Iterations", TextField.class).getText() + " " + labelled(again, "Encoder", Choice.class).getSelectedItem() + " " + labelled(dialog, "Homeostasis", Choice.class).getSelectedItem() + " seed " + labelled(again, "Seed", TextField.class).getText());
		labelled(again, "Seed", TextField.class).setText("8");
		close(again, "Cancel");
		final Dialog unchanged = advanced(dialog, "Learn Dictionary");
		System.out.println("seed after cancel=" + labelled(unchanged, "Seed", TextField.class).getText());
		close(unchanged, "Cancel");
		close(dialog, "Cancel");
		IJ.wait(500);
		System.out.println("after cancel=" + Recorder.getInstance().getText().contains("Learn Dictionary"));
	}

	/** The dialogs of most fields: all of them are to be seen. */
	private static void openScanParameter(final Path folder) throws Exception {
		IJ.doCommand("Scan Parameter...");
		final Dialog first = dialog("Scan Parameter");
		System.out.println("parameter=" + labelled(first, "Parameter", Choice.class).getSelectedItem());
		final Dialog dialog = advanced(first, "Scan Parameter");
		IJ.wait(500);
		System.out.println("scan height=" + dialog.getHeight());
		for (final Component component : components(dialog, Component.class))
			if (component.getLocationOnScreen().x + component.getWidth() > dialog.getLocationOnScreen().x + dialog.getWidth()) System.out.println("outside=" + component);
		System.out.println("browse=" + components(dialog, Button.class).stream().filter(button -> button.getLabel().contains("Browse")).count() + " help=" + components(dialog, Button.class).stream().anyMatch(button -> button.getLabel().contains("Help")));
		screenshot(folder, "scan");
		close(dialog, "Cancel");
		close(first, "Cancel");
	}

	private static void encodeAndCompareEncoders(final Path folder) throws Exception {
		IJ.selectWindow("camera.png");
		IJ.doCommand("Encode Image...");
		final Dialog dialog = dialog("Encode Image");
		components(dialog, Choice.class).get(1).select("Lasso coordinate descent");
		components(dialog, TextField.class).get(2).setText("20");
		help(dialog);
		screenshot(folder, "encode");
		press(dialog, "OK");
		await("code", () -> WindowManager.getImage("camera-code") != null);
		await("recorded line", () -> lastLine(Recorder.getInstance().getText()).contains("Encode Image"));
		System.out.println("encoded=" + lastLine(Recorder.getInstance().getText()));
		WindowManager.getImage("camera-code").close();

		IJ.selectWindow("camera.png");
		IJ.run("Compare Encoders...", "dictionary=camera-atoms to=16 points=5 encoders=[Matching pursuit,Orthogonal matching pursuit,Lasso coordinate descent,Soft threshold]");
		place("camera-residual-nonzeros", 0, 150);
		place("camera-residual-time", 700, 150);
		screenshot(folder, "encoders");
		IJ.run("Clear Results");
	}

	/** The dialog tells of the image's noise; then what comes of it is shown beside the image. */
	private static void denoise(final Path folder) throws Exception {
		final ImagePlus noisy = Samples.open(Samples.Sample.CELL);
		noisy.setTitle("noisy.png");
		noisy.show();
		IJ.run("Add Specified Noise...", "standard=20");
		IJ.doCommand("Sparse Denoise...");
		final Dialog dialog = dialog("Sparse Denoise");
		IJ.wait(500);
		System.out.println("denoise height=" + dialog.getHeight());
		for (final Label label : components(dialog, Label.class)) if (label.getText().startsWith("Estimated for")) System.out.println("message=" + label.getText());
		screenshot(folder, "denoise-dialog");
		final Dialog advanced = advanced(dialog, "Sparse Denoise");
		labelled(advanced, "Iterations", TextField.class).setText("3");
		screenshot(folder, "denoise-advanced");
		close(advanced, "OK");
		press(dialog, "OK");
		await("denoised", () -> WindowManager.getImage("noisy-denoised") != null);
		await("recorded line", () -> lastLine(Recorder.getInstance().getText()).contains("Sparse Denoise"));
		System.out.println("denoised=" + lastLine(Recorder.getInstance().getText()));
		IJ.selectWindow("noisy.png");
		place("noisy.png", 0, 150);
		place("noisy-denoised", 670, 150);
		screenshot(folder, "denoised");
		WindowManager.getImage("noisy-denoised").close();
		WindowManager.getImage("noisy.png").changes = false;
		WindowManager.getImage("noisy.png").close();
		IJ.run("Clear Results");
		IJ.selectWindow("camera.png");
	}

	/** A run of an hour, stopped after two seconds. */
	private static void stopWithEsc() throws Exception {
		IJ.run("Close All");
		Samples.open(Samples.Sample.CAMERA).show();
		final Thread learning = new Thread(() -> {
			try {
				IJ.run("Learn Dictionary...", "iterations=1000000 curves=false");
			}
			catch (final RuntimeException cancelled) {
				System.out.println("esc=" + cancelled.getMessage()); // how ImageJ ends what runs when Esc is pressed
			}
		}, "learning");
		learning.start();
		IJ.wait(4000);
		System.out.println("status=" + IJ.getInstance().getStatusBar().getComponent(0));
		final long pressed = System.nanoTime();
		IJ.getInstance().keyPressed(new KeyEvent(IJ.getInstance(), KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
		learning.join(WAIT_SECONDS * 1000L);
		System.out.println("stopped=" + (!learning.isAlive() && (System.nanoTime() - pressed) * 1e-9 < 1) + " kept=" + (WindowManager.getImage("camera-atoms") != null));
	}

	/** The second dialog of a command; opened by the event queue, which it holds up as it is modal. */
	private static Dialog advanced(final Dialog first, final String command) {
		EventQueue.invokeLater(() -> press(first, "Advanced settings..."));
		return dialog(command + " - Advanced Settings");
	}

	private static void close(final Dialog dialog, final String button) {
		press(dialog, button);
		await("dialog closed", () -> !dialog.isShowing());
	}

	/** Opens what the Help button shows, and closes it. */
	private static void help(final Dialog dialog) {
		EventQueue.invokeLater(() -> press(dialog, "Help"));
		final JEditorPane[] page = new JEditorPane[1];
		await("help", () -> {
			for (final Window window : Window.getWindows()) for (final JEditorPane pane : components(window, JEditorPane.class)) if (window.isShowing()) page[0] = pane;
			return page[0] != null;
		});
		System.out.println("help=" + page[0].getText().replaceAll("\\s+", " "));
		SwingUtilities.getWindowAncestor(page[0]).dispose();
	}

	private static String lastLine(final String text) {
		final List<String> lines = Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
		return lines.get(lines.size() - 1);
	}

	private static Dialog dialog(final String title) {
		final Dialog[] found = new Dialog[1];
		await("dialog " + title, () -> {
			for (final Window window : Window.getWindows())
				if (window instanceof Dialog dialog && dialog.isShowing() && dialog.getTitle().equals(title)) found[0] = dialog;
			return found[0] != null;
		});
		return found[0];
	}

	private static void await(final String what, final BooleanSupplier condition) {
		for (int i = 0; i < 20 * WAIT_SECONDS; i++) {
			if (condition.getAsBoolean()) return;
			IJ.wait(50);
		}
		System.out.println("missing: " + what);
		System.exit(1);
	}

	private static <C> List<C> components(final Container container, final Class<C> type) {
		final List<C> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			if (type.isInstance(component)) found.add(type.cast(component));
			if (component instanceof Container inner) found.addAll(components(inner, type));
		}
		return found;
	}

	/** The first component of a type after a label. */
	private static <C extends Component> C labelled(final Dialog dialog, final String label, final Class<C> type) {
		boolean found = false;
		for (final Component component : components(dialog, Component.class)) {
			found |= component instanceof Label text && text.getText().startsWith(label);
			if (found && type.isInstance(component)) return type.cast(component);
		}
		throw new IllegalStateException("no field " + label);
	}

	/** As with the mouse: listeners hear of it. */
	private static void choose(final Choice choice, final String item) {
		choice.select(item);
		for (final ItemListener listener : choice.getItemListeners()) listener.itemStateChanged(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
	}

	private static void press(final Dialog dialog, final String label) {
		for (final Button button : components(dialog, Button.class))
			if (button.getLabel().strip().equals(label))
				for (final var listener : button.getActionListeners()) listener.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
	}

	private static void place(final String title, final int x, final int y) {
		final Window window = WindowManager.getImage(title).getWindow();
		window.setLocation(x, y);
		window.toFront();
	}

	private static void screenshot(final Path folder, final String name) throws Exception {
		IJ.wait(500);
		ImageIO.write(new Robot().createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", new File(folder.toFile(), name + ".png"));
	}
}
