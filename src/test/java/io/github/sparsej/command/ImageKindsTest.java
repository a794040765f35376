package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.ImageState;
import io.github.sparsej.testing.KindsOfImages;
import io.github.sparsej.testing.ReadSlices;

/** Every command does with every kind of image what the table in the documentation says, and never changes the image. */
class ImageKindsTest {

	private static final KindsTable TABLE = KindsTable.read(Path.of("src", "site", "markdown", "image-kinds.md"));
	private static final String LEARN = "patchsize=4 atoms=16 patches=100 initial=DCT iterations=2 batch=50 nonzeros=2";
	private static final String ALL = "scope=[All slices] color=Separate", ALL_PATCHES = "scope=[All slices] color=Luminance";
	/** They measure times or learn several times over, and so take their time. */
	private static final Set<String> SLOW = Set.of("Compare Encoders", "Compare Homeostasis", "Scan Parameter");
	private static final String LABELLED = "Train Read-out";

	/** How a command is called: with which keys, and with which others for all slices and channels (none where it has no such keys). */
	private record Call(String options, String all) {}

	private static final Map<String, Call> CALLS = new LinkedHashMap<>();

	static {
		CALLS.put("Whiten Image", new Call("", ALL));
		CALLS.put("Local Contrast Normalization", new Call("", ALL));
		CALLS.put("Sample Patches", new Call("patchsize=4 patches=20", ALL));
		CALLS.put("Learn Dictionary", new Call(LEARN + " curves=false", ALL));
		CALLS.put("Compare Homeostasis", new Call(LEARN + " methods=None seeds=1 every=1", ALL_PATCHES));
		CALLS.put("Scan Parameter", new Call(LEARN + " methods=None seeds=1 every=1 points=1", ALL_PATCHES));
		CALLS.put("Sparse Autoencoder", new Call("patchsize=4 patches=100 hidden=5 iterations=3 curves=false", ALL));
		CALLS.put("Energy Autoencoder", new Call("patchsize=4 atoms=5 iterations=1 curves=false", ALL));
		CALLS.put("Encode Image", new Call("dictionary=atoms nonzeros=2", ALL));
		CALLS.put("Compare Encoders", new Call("dictionary=atoms encoders=[Matching pursuit] to=1 points=1 patches=50", ALL));
		CALLS.put("Show Residuals", new Call("dictionary=atoms patches=5", ALL));
		CALLS.put("Dictionary Statistics with image", new Call("image=T", ALL));
		CALLS.put("Sparse Denoise", new Call("method=DCT patchsize=4 atoms=16 stride=4", ALL));
		CALLS.put("Inpaint Image", new Call("patchsize=4 atoms=16 iterations=0 stride=4 mask=mask", ALL));
		CALLS.put("Learn Convolutional Dictionary", new Call("atoms=3 atomsize=4 nonzeros=4 epochs=1 curves=false", ALL));
		CALLS.put("Encode Convolutional", new Call("dictionary=conv", ALL));
		CALLS.put(LABELLED, new Call("dictionary=conv iterations=2", "color=Separate"));
		CALLS.put("Compare with Reference", new Call("reference=reference", "color=Separate"));
		CALLS.put("Dictionary Mosaic", new Call("", ""));
		CALLS.put("Dictionary Statistics", new Call("", ""));
		CALLS.put("Save Dictionary", new Call("path=[%s]", ""));
		CALLS.put("Reconstruct Image", new Call("dictionary=atoms", ""));
		CALLS.put("Reconstruct Convolutional", new Call("dictionary=conv", ""));
	}

	/** What the Log of a run that makes something begins with, whatever the image. */
	private static final String CITATION = "SparseJ: Method: ";

	@TempDir
	private static Path folder;

	/** A dictionary and a convolutional one, which all cells share. */
	@BeforeAll
	static void learn() {
		HeadlessImageJ.reset();
		HeadlessImageJ.image("newImage('noise', '8-bit noise', 40, 30, 2); run('Learn Dictionary...', '" + LEARN + " curves=false'); rename('atoms'); selectImage('noise');"
			+ "run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=4 nonzeros=4 epochs=1 curves=false'); rename('conv'); selectImage('noise'); close();");
	}

	@BeforeEach
	void onlyTheDictionariesAreOpen() {
		close(Set.of(WindowManager.getImage("atoms").getID(), WindowManager.getImage("conv").getID()));
	}

	static Stream<String> kinds() {
		return TABLE.cells().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyCommandDoesWhatTheTableSays(final String kind) {
		final SoftAssertions all = new SoftAssertions();
		TABLE.cells().get(kind).forEach((command, cell) -> {
			if (!SLOW.contains(command) || cell.fails()) check(all, kind, command, cell);
		});
		all.assertAll();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	@Tag("long")
	void whatTakesTimeDoesSoToo(final String kind) {
		final SoftAssertions all = new SoftAssertions();
		SLOW.forEach(command -> check(all, kind, command, TABLE.cells().get(kind).get(command)));
		all.assertAll();
	}

	@Test
	void theTableHasEveryKindAndEveryCommandOfAnImage() {
		assertThat(TABLE.cells().keySet()).containsExactlyElementsOf(KindsOfImages.names());
		TABLE.cells().forEach((kind, cells) -> assertThat(cells.keySet()).as(kind).containsExactlyInAnyOrderElementsOf(CALLS.keySet()));
		final Set<String> takingImages = new TreeSet<>(HeadlessImageJ.commands().keySet().stream().map(label -> label.replace("...", "")).toList());
		takingImages.removeAll(CALLS.keySet());
		assertThat(takingImages).as("commands without a column take no image").containsExactly("Open Dictionary", "Open SparseJ Sample", "Sparse Batch", "Sparsification Dynamics");
	}

	@Test
	void everyTextIsUsed() {
		final Set<String> used = new TreeSet<>();
		TABLE.cells().values().forEach(row -> row.values().forEach(cell -> used.addAll(cell.texts())));
		assertThat(used).containsExactlyInAnyOrderElementsOf(TABLE.texts().values());
	}

	/** Else a virtual stack larger than the memory could not be worked on slice by slice. */
	@Test
	void onlyTheSliceThatIsAskedForIsRead() {
		final SoftAssertions all = new SoftAssertions();
		CALLS.forEach((command, call) -> {
			if (!call.all().startsWith("scope") || SLOW.contains(command)) return;
			final ImagePlus image = KindsOfImages.make("virtual stack");
			others(image);
			image.show();
			image.setSlice(2);
			final ReadSlices slices = (ReadSlices) image.getStack();
			slices.takeRead();
			final String ended = HeadlessImageJ.macro(macro(image, command, call.options() + (command.equals("Learn Convolutional Dictionary") ? " scope=[Current slice]" : "")));
			all.assertThat(ended).as(command).isNullOrEmpty();
			all.assertThat(slices.takeRead()).as(command).containsExactly(2);
			onlyTheDictionariesAreOpen();
		});
		all.assertAll();
	}

	private static void check(final SoftAssertions all, final String kind, final String command, final KindsTable.Cell cell) {
		final ImagePlus image = image(kind, command);
		final Call call = CALLS.get(command);
		checkCall(all, kind + ", " + command, image, command, call.options(), cell);
		if (image.getStackSize() > 1 && !call.all().isEmpty()) checkCall(all, kind + ", " + command + " of all", image(kind, command), command, call.options() + " " + call.all(), cell);
	}

	/** An image of a kind; where labels are what there is to learn, its slices have two in turn. */
	private static ImagePlus image(final String kind, final String command) {
		final ImagePlus image = KindsOfImages.make(kind);
		if (command.equals(LABELLED)) for (int i = 0; i < image.getStackSize(); i++) image.getStack().setSliceLabel(i / image.getNChannels() % 2 == 0 ? "odd" : "even", i + 1);
		return image;
	}

	private static void checkCall(final SoftAssertions all, final String name, final ImagePlus image, final String command, final String options, final KindsTable.Cell cell) {
		final List<ImagePlus> others = others(image);
		image.show();
		final Set<Integer> open = ids();
		final List<String> before = Stream.concat(Stream.of(image), others.stream()).map(ImageState::of).toList();
		ResultsTable.getResultsTable().reset();
		final String[] ended = new String[1];
		final String log = HeadlessImageJ.log(() -> ended[0] = HeadlessImageJ.macro(macro(image, command, options)));
		final boolean made = ids().size() > open.size() || ResultsTable.getResultsTable().size() > 0 || folder.resolve("saved.tif").toFile().delete();
		if (cell.fails()) all.assertThat(ended[0]).as(name).isNotNull().startsWith("[error] ").contains(cell.texts().get(0));
		else {
			all.assertThat(ended[0]).as(name).isNullOrEmpty();
			all.assertThat(log.lines().filter(line -> !line.startsWith(CITATION)).filter(line -> cell.texts().stream().noneMatch(line::contains))).as(name + ": the Log says nothing else").isEmpty();
			all.assertThat(cell.texts()).as(name + " in the Log: " + log).allMatch(log::contains);
		}
		for (final int id : ids()) if (!open.contains(id)) checkResult(all, name, WindowManager.getImage(id), image);
		all.assertThat(made).as(name + ": makes something").isNotEqualTo(cell.fails());
		all.assertThat(Stream.concat(Stream.of(image), others.stream()).map(ImageState::of).toList()).as(name + ": the images are as before").isEqualTo(before);
		close(Set.of(WindowManager.getImage("atoms").getID(), WindowManager.getImage("conv").getID()));
	}

	/** Results are titled after what they are made of, and what is no number does not spread. */
	private static void checkResult(final SoftAssertions all, final String name, final ImagePlus result, final ImagePlus source) {
		all.assertThat(result.getTitle()).as(name).matches("(" + KindsOfImages.TITLE + "|atoms|conv)-.+");
		all.assertThat(notFinite(result)).as(name + ": pixels that are not finite").isLessThanOrEqualTo(notFinite(source));
	}

	private static long notFinite(final ImagePlus image) {
		long count = 0;
		for (int i = 1; i <= image.getStackSize(); i++) {
			final ImageProcessor slice = image.getStack().getProcessor(i);
			for (int k = 0; k < slice.getPixelCount(); k++) if (!Float.isFinite(slice.getf(k)) && slice.getBitDepth() == Float.SIZE) count++;
		}
		return count;
	}

	/** The images that commands are told of by their titles, open. */
	private static List<ImagePlus> others(final ImagePlus image) {
		final ImagePlus reference = image.duplicate();
		reference.setTitle("reference");
		reference.deleteRoi();
		final ImagePlus mask = IJ.createImage("mask", "8-bit black", image.getWidth(), image.getHeight(), 1);
		for (int i = 7; i < mask.getProcessor().getPixelCount(); i += 13) mask.getProcessor().set(i, 255);
		reference.show();
		mask.show();
		return List.of(reference, mask, WindowManager.getImage("atoms"), WindowManager.getImage("conv"));
	}

	private static String macro(final ImagePlus image, final String command, final String options) {
		final String active = command.endsWith("with image") ? "selectImage('atoms');" : "selectImage(" + image.getID() + ");";
		final String name = command.replace(" with image", "");
		return active + "run('" + (name.equals("Dictionary Mosaic") ? name : name + "...") + "', '" + options.formatted(folder.resolve("saved.tif")) + "');";
	}

	private static Set<Integer> ids() {
		final int[] ids = WindowManager.getIDList();
		return ids == null ? Set.of() : new TreeSet<>(Arrays.stream(ids).boxed().toList());
	}

	private static void close(final Set<Integer> kept) {
		final List<String> macro = new ArrayList<>();
		for (final int id : ids()) if (!kept.contains(id)) macro.add("selectImage(" + id + "); close();");
		HeadlessImageJ.macro(String.join("\n", macro));
	}
}
