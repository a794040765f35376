package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.imagej.file.ImageFiles;
import io.github.sparsej.store.Csv;
import io.github.sparsej.testing.FijiLikeRun;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.MixedFolder;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of images are worked through whatever is in them, and whatever happens meanwhile. */
class SparseBatchTest {

	private static final String PATTERN = "pattern=[*.tif;*.png;*.jpg;*.gif;*.bmp] subfolders=true";
	private static final String DENOISE = "method=DCT patchsize=6 atoms=64 scope=[All slices]";
	private static final int SIDE = 48;

	@TempDir
	private static Path mixed;

	@TempDir
	private Path folder;
	private Path output;

	@BeforeAll
	static void makeFiles() throws IOException {
		MixedFolder.make(mixed, SIDE);
	}

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
		output = folder.resolve("output");
	}

	/** @return what the macro returns: "done", or "[error] " and the message */
	private String batch(final Path input, final String keys) {
		return HeadlessImageJ.macro("run('Sparse Batch...', 'input=[" + input + "] output=[" + output + "] " + keys + "'); return 'done';");
	}

	/** Copies of a few of the mixed files, in a folder of their own. */
	private Path some(final String... names) throws IOException {
		final Path some = Files.createDirectories(folder.resolve("input"));
		for (final String name : names) Files.copy(mixed.resolve(name), some.resolve(mixed.resolve(name).getFileName()), StandardCopyOption.REPLACE_EXISTING);
		return some;
	}

	/** The column of the CSV file of an action, by file. */
	private Map<String, String> csv(final String action, final String column) throws IOException {
		final String text = Files.readString(output.resolve("sparse-batch-" + action + ".csv"));
		assertThat(text).endsWith("\r\n");
		final List<List<String>> lines = Csv.lines(text);
		final Map<String, String> values = new TreeMap<>();
		for (final List<String> line : lines.subList(1, lines.size())) {
			assertThat(line).hasSameSizeAs(lines.get(0));
			assertThat(values.put(line.get(0), line.get(lines.get(0).indexOf(column)))).as("one line for " + line.get(0)).isNull();
		}
		return values;
	}

	private static Map<String, String> results(final String column) {
		final ResultsTable table = ResultsTable.getResultsTable();
		final Map<String, String> values = new TreeMap<>();
		for (int row = 0; row < table.size(); row++) values.put(table.getStringValue("File", row), table.getStringValue(column, row));
		return values;
	}

	private static List<String> files(final Path root) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).sorted().toList();
		}
	}

	private static void waitFor(final BooleanSupplier condition) throws InterruptedException {
		for (int i = 0; i < 20_000 && !condition.getAsBoolean(); i++) Thread.sleep(1);
		assertThat(condition.getAsBoolean()).isTrue();
	}

	/** Runs a batch and presses Esc as soon as there is a file. */
	private void stopOnce(final Path there, final Path input, final String keys) throws InterruptedException {
		final Thread work = new Thread(() -> batch(input, keys), "batch");
		work.start();
		waitFor(() -> Files.exists(there));
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		work.join(20_000);
		assertThat(work.isAlive()).isFalse();
		HeadlessImageJ.reset();
	}

	@Test
	void aBatchOfTwentyMixedFilesInterruptedAndResumedDoesWhatIsMissing() throws Exception {
		final String keys = PATTERN + " action=Denoise options=[" + DENOISE + "]";
		final Map<String, byte[]> before = new TreeMap<>();
		for (final String file : files(mixed)) before.put(file, Files.readAllBytes(mixed.resolve(file)));
		stopOnce(output.resolve("deep/c-denoised.tif"), mixed, keys);
		final List<String> first = files(output);
		final Map<String, String> firstLines = csv("denoise", "Status");
		assertThat(firstLines).hasSizeBetween(6, 18).containsEntry("a-text.tif", "failed").containsEntry("bits16.tif", "done");
		final Map<String, FileTime> times = new TreeMap<>();
		for (final String file : first) times.put(file, Files.getLastModifiedTime(output.resolve(file)));

		assertThat(batch(mixed, keys)).isEqualTo("done");
		final Map<String, String> status = results("Status"), lines = csv("denoise", "Status");
		assertThat(status).hasSize(20).containsOnlyKeys(lines.keySet());
		for (final String bad : MixedFolder.BAD) assertThat(status.get(bad)).isEqualTo(lines.get(bad)).isEqualTo("failed");
		for (final String good : MixedFolder.GOOD) {
			assertThat(lines.get(good)).isEqualTo("done");
			assertThat(status.get(good)).isEqualTo("done".equals(firstLines.get(good)) ? "done before" : "done");
		}
		assertThat(results("Message")).containsEntry(MixedFolder.BAD.get(0), "it is no image that ImageJ reads").containsEntry(MixedFolder.BAD.get(1), "the file is cut short, 1000 bytes are missing").containsEntry(MixedFolder.BAD.get(2), "the file is empty");
		for (final String file : first) if (file.endsWith(".tif")) assertThat(Files.getLastModifiedTime(output.resolve(file))).as(file).isEqualTo(times.get(file));
		assertThat(files(output)).hasSize(18).contains("cell.png-denoised.tif", "cell.tif-denoised.tif", "deep/deeper/f-denoised.tif", "v1.2-denoised.tif").noneMatch(file -> file.endsWith(".part"));
		for (final Map.Entry<String, byte[]> file : before.entrySet()) assertThat(Files.readAllBytes(mixed.resolve(file.getKey()))).as(file.getKey()).isEqualTo(file.getValue());
		assertThat(files(mixed)).hasSameSizeAs(before.keySet());

		batch(mixed, keys);
		assertThat(csv("denoise", "Status")).isEqualTo(lines);
		assertThat(ResultsTable.getResultsTable().size()).isEqualTo(40);
	}

	@ParameterizedTest
	@CsvSource({ "bits16.tif", "cell.png", "photo.JPG", "stack8.tif", "two.gif" })
	void resultsAreTheBitsOfTheCommandRunByHand(final String name) throws IOException {
		assertThat(batch(some(name), "pattern=* options=[" + DENOISE + "]")).isEqualTo("done");
		final ImagePlus byHand = HeadlessImageJ.image("open('" + mixed.resolve(name) + "'); run('Sparse Denoise...', '" + DENOISE + "');");
		final ImagePlus result = IJ.openImage(output.resolve(name.substring(0, name.lastIndexOf('.')) + "-denoised.tif").toString());
		assertThat(result.getDimensions()).isEqualTo(byHand.getDimensions());
		for (int i = 1; i <= byHand.getStackSize(); i++) assertThat((float[]) result.getStack().getPixels(i)).isEqualTo((float[]) byHand.getStack().getPixels(i));
		final ResultsTable table = ResultsTable.getResultsTable();
		assertThat(Double.parseDouble(csv("denoise", "Sigma").get(name))).isEqualTo(table.getValue("Sigma", 0)).isEqualTo(table.getValue("Sigma", 1));
	}

	@Test
	void whatWasChangedIsDoneAnewAndNothingElse() throws IOException {
		final Path input = some("bits8.tif", "bits32.tif", "deep/d.tif", "v1.2.tif");
		final String keys = "action=Whiten options=[epsilon=0.2 method=ZCA]";
		batch(input, keys);
		Files.setLastModifiedTime(input.resolve("bits8.tif"), FileTime.fromMillis(1_000_000_000_000L));
		Files.write(output.resolve("d-whitened.tif"), Arrays.copyOf(Files.readAllBytes(output.resolve("d-whitened.tif")), 500));
		final Path table = output.resolve("sparse-batch-whiten.csv");
		Files.writeString(table, Files.readString(table).replaceFirst("\r\n$", "")); // of v1.2.tif
		ResultsTable.getResultsTable().reset();
		batch(input, "action=Whiten options=[method=ZCA epsilon=0.20 patchsize=8]"); // the same settings in other words
		assertThat(results("Status")).containsExactlyInAnyOrderEntriesOf(Map.of("bits8.tif", "done", "bits32.tif", "done before", "d.tif", "done", "v1.2.tif", "done"));
		ResultsTable.getResultsTable().reset();
		batch(input, "action=Whiten options=[method=ZCA]");
		assertThat(results("Status").values()).containsOnly("done");
		ResultsTable.getResultsTable().reset();
		batch(input, "action=Whiten options=[method=ZCA] resume=false");
		assertThat(results("Status").values()).hasSize(4).containsOnly("done");
	}

	@Test
	void filesOfOneNameDoNotTakeEachOthersResults() throws IOException {
		batch(some("cell.tif"), "pattern=*.tif action=Whiten");
		final byte[] first = Files.readAllBytes(output.resolve("cell-whitened.tif"));
		batch(some("cell.png"), "pattern=*.png action=Whiten");
		assertThat(Files.readAllBytes(output.resolve("cell-whitened.tif"))).isEqualTo(first);
		assertThat(csv("whiten", "Results")).containsExactlyInAnyOrderEntriesOf(Map.of("cell.tif", "cell-whitened.tif", "cell.png", "cell.png-whitened.tif"));
	}

	@Test
	void encodingTakesAnOpenDictionaryAndNoticesWhenItChanges() throws IOException {
		final Path input = some("bits8.tif", "rgb.png");
		HeadlessImageJ.macro("newImage('mine', '8-bit noise', 30, 30, 1); newImage('atoms', '32-bit noise', 4, 4, 9); selectImage('mine');");
		final String keys = "pattern=[*.tif;*.png] action=Encode options=[dictionary=atoms nonzeros=2]";
		final String[] active = new String[1];
		final String log = HeadlessImageJ.log(() -> active[0] = HeadlessImageJ.macro("selectImage('mine'); run('Sparse Batch...', 'input=[" + input + "] output=[" + output + "] " + keys + "'); return getTitle() + nImages;"));
		assertThat(active[0]).isEqualTo("mine2");
		assertThat(log).contains("SparseJ: rgb.png: the atoms of atoms were normalised", "SparseJ: Encode: 2 of 2 files done");
		final ImagePlus byHand = HeadlessImageJ.image("open('" + input.resolve("bits8.tif") + "'); run('Encode Image...', 'dictionary=atoms nonzeros=2');");
		final ImagePlus code = IJ.openImage(output.resolve("bits8-code.tif").toString());
		for (int i = 1; i <= byHand.getStackSize(); i++) assertThat((float[]) code.getStack().getPixels(i)).isEqualTo((float[]) byHand.getStack().getPixels(i));
		assertThat(code.getPropertiesAsArray()).as("what it takes to decode it").isEqualTo(byHand.getPropertiesAsArray());
		assertThat(code.getStack().getSliceLabels()).startsWith(byHand.getStack().getSliceLabels());
		ResultsTable.getResultsTable().reset();
		batch(input, keys);
		assertThat(results("Status").values()).containsOnly("done before");
		WindowManager.getImage("atoms").getStack().getProcessor(3).setf(5, 0.5f);
		ResultsTable.getResultsTable().reset();
		batch(input, keys);
		assertThat(results("Status").values()).containsOnly("done");
	}

	@Test
	void oneDictionaryOfAllFilesIsThatOfLearnDictionary() throws IOException {
		final Path input = some("bits8.tif", "bits16.tif", "stack8.tif", "rgb.png", "deep/cut.tif");
		final String options = "patchsize=4 atoms=12 patches=600 iterations=3 nonzeros=2", keys = "pattern=* action=[Learn one dictionary] options=[" + options + "]";
		IJ.saveAsTiff(new ImagePlus("nan", nan()), input.resolve("nan.tif").toString());
		assertThat(batch(input, keys)).isEqualTo("done");
		assertThat(results("Status")).containsExactlyInAnyOrderEntriesOf(Map.of("bits8.tif", "read", "bits16.tif", "read", "stack8.tif", "read", "rgb.png", "read", "cut.tif", "failed", "nan.tif", "failed"));
		assertThat(csv("learn", "Message")).containsEntry("nan.tif", "every patch of 4 x 4 touches a pixel that is NaN or infinite");
		assertThat(WindowManager.getImageCount()).isZero();
		final ImagePlus byHand = HeadlessImageJ.image("run('Learn Dictionary...', 'folder=[" + input + "] curves=false " + options + "');"), dictionary = IJ.openImage(output.resolve("dictionary.tif").toString());
		assertThat(dictionary.getProperty("Info")).isEqualTo(byHand.getProperty("Info"));
		for (int i = 1; i <= 12; i++) assertThat((float[]) dictionary.getStack().getPixels(i)).isEqualTo((float[]) byHand.getStack().getPixels(i));

		ResultsTable.getResultsTable().reset();
		batch(input, keys);
		assertThat(results("Status")).containsEntry("bits8.tif", "done before").containsEntry("nan.tif", "failed");
		Files.delete(input.resolve("rgb.png"));
		ResultsTable.getResultsTable().reset();
		batch(input, keys);
		assertThat(results("Status")).hasSize(5).containsEntry("bits8.tif", "read");
		assertThat(csv("learn", "Status")).hasSize(5).containsEntry("bits8.tif", "done");
	}

	private static FloatProcessor nan() {
		final float[] pixels = new float[100];
		Arrays.fill(pixels, Float.NaN);
		return new FloatProcessor(10, 10, pixels);
	}

	@Test
	void aDictionaryThatWasStoppedIsKeptAndLearnedAnew() throws Exception {
		final Path input = some("bits8.tif");
		final String keys = "action=[Learn one dictionary] options=[patchsize=4 atoms=12 patches=600 iterations=";
		final Thread work = new Thread(() -> batch(input, keys + "1000000]"), "batch");
		work.start();
		waitFor(() -> !results("Status").isEmpty());
		Thread.sleep(300);
		final long pressed = System.nanoTime();
		IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		work.join(20_000);
		assertThat((System.nanoTime() - pressed) * 1e-9).isLessThan(1);
		HeadlessImageJ.reset();
		assertThat(HeadlessImageJ.macro("run('Open Dictionary...', 'path=[" + output.resolve("dictionary.tif") + "]'); return getTitle();")).isEqualTo("dictionary.tif");
		assertThat((String) WindowManager.getImage("dictionary.tif").getProperty("Info")).contains("\"complete\": false");
		batch(input, keys + "1]");
		assertThat(results("Status")).containsEntry("bits8.tif", "read");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"action=Blur | action=[Blur]: one of [Denoise, Encode, Learn one dictionary, Whiten] is needed",
		"options=[sigm=3] | options: Sparse Denoise: there is no key 'sigm'",
		"options=[sigma=much] | options: sigma=much: a number with a decimal point is needed",
		"options=[sigma=-1] | options: sigma=-1.0: a number of 0 or more is needed",
		"options=[method=Dictionary dictionary=lost] | options: dictionary=[lost]: no image of this title is open",
		"options=[gain=0] | options: gain=0.0: a number from 0.01 to 100 is needed",
		"options=[stride=9] | options: stride=9: a whole number from 1 to 8 is needed",
		"options=[color=Green] | options: color=[Green]: one of",
		"options=[sigma] | options: sigma: write key=value",
		"options=[image=x] | options: image=[x]: no image of this title is open",
		"action=Whiten options=[cutoff=0] | options: cutoff=0.0: a number from 0.001 to 10 is needed",
		"action=Whiten options=[scope=Some] | options: scope=[Some]: one of",
		"action=Encode options=[dictionary=lost] | options: dictionary=[lost]: no image of this title is open",
		"action=[Learn one dictionary] options=[folder=x] | options: folder: the batch's own keys input and pattern tell what to work on",
		"action=[Learn one dictionary] options=[atoms=-3] | options: atoms=-3: a whole number from 1 to",
		"resume=maybe | resume=maybe: true or false is needed",
		"pattern=*.{tif | that is no pattern",
		"pattern=; | a pattern of file names like *.tif is needed",
		"pattern=*.xyz | there are no files that fit pattern=[*.xyz] in this folder",
	})
	void whatIsWrongWithTheKeysIsSaidBeforeTheFirstFile(final String keys, final String message) throws IOException {
		assertThat(batch(some("bits8.tif"), keys)).startsWith("[error] ").contains(message);
		assertThat(output).doesNotExist();
		assertThat(ResultsTable.getResultsTable().size()).isZero();
	}

	@Test
	void foldersThatDoNotDoAreRefusedBeforeTheFirstFile() throws IOException {
		final Path input = some("bits8.tif");
		assertThat(batch(folder.resolve("nowhere"), "")).contains("input=[" + folder.resolve("nowhere") + "]: there is no such folder");
		output = input;
		assertThat(batch(input, "")).contains("that is the input folder");
		output = input.resolve("../input/deep/results");
		assertThat(batch(input, "subfolders=true")).contains("it must not be inside of the input folder");
		output = Files.writeString(folder.resolve("file"), "");
		assertThat(batch(input, "")).contains("the folder cannot be made");
		output = folder;
		Files.createDirectories(input.resolve("input"));
		Files.copy(input.resolve("bits8.tif"), input.resolve("input/a.tif"));
		assertThat(batch(input, "subfolders=true")).contains("in the input folder");
		output = Files.createDirectories(folder.resolve("output"));
		Files.writeString(output.resolve("input"), "in the place of a folder");
		assertThat(batch(input, "subfolders=true")).contains("results cannot be written to").contains("is a file");
		assertThat(files(folder)).containsExactly("file", "input/bits8.tif", "input/input/a.tif", "output/input");
		assertThat(HeadlessImageJ.macro("run('Sparse Batch...');")).isEqualTo("[error] 'output' is missing: the path of a folder is needed");
	}

	@Test
	void anImageTooLargeForTheMemoryIsReportedByItsNeed() throws IOException {
		final Path input = some("bits8.tif", "rgb.png", "stack16.tif");
		final byte[] bytes = Files.readAllBytes(input.resolve("rgb.png"));
		ByteBuffer.wrap(bytes).putInt(16, 200_000).putInt(20, 100_000); // width and height
		Files.write(input.resolve("huge.png"), bytes);
		assertThat(batch(input, "pattern=*.png;*8.tif action=Whiten")).isEqualTo("done");
		assertThat(results("Status")).containsExactlyInAnyOrderEntriesOf(Map.of("huge.png", "failed", "rgb.png", "done", "bits8.tif", "done"));
		assertThat(results("Message").get("huge.png")).containsPattern("This needs \\d{6} MB of memory");
		assertThat(ImageFiles.bytesNeeded(input.resolve("stack16.tif"))).isEqualTo(3 * SIDE * SIDE * 2);
	}

	/** ImageJ's readers report what is wrong in ways that would end the macro, or fill up with grey. */
	@Test
	void damagedFilesOfAllKindsEndNoMacro() throws IOException {
		final Path input = some("deep/c.bmp", "photo2.jpg", "rgb.png", "two.gif", "bits16.tif");
		for (final String name : files(input)) Files.write(input.resolve("cut-" + name), Arrays.copyOf(Files.readAllBytes(input.resolve(name)), (int) (0.6 * Files.size(input.resolve(name)))));
		assertThat(batch(input, "pattern=* action=Whiten")).isEqualTo("done");
		assertThat(results("Status")).hasSize(10).allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(name.startsWith("cut-") ? "failed" : "done"));
	}

	@Test
	void theSameLineWorksInFiji() throws IOException {
		final Path input = some("bits8.tif");
		final String keys = "input=[" + input + "] output=[" + output + "] action=Denoise options=[method=[DCT] patchsize=6 atoms=64 scope=[All slices]]";
		assertThat(HeadlessImageJ.macro("return call('" + FijiLikeRun.class.getName() + ".run', '" + SparseBatch.class.getName() + "', '" + keys + "');")).isEmpty();
		assertThat(results("Status")).containsExactly(Map.entry("bits8.tif", "done"));
		ResultsTable.getResultsTable().reset();
		batch(input, "options=[" + DENOISE + "]");
		assertThat(results("Status")).as("the same settings").containsExactly(Map.entry("bits8.tif", "done before"));
	}

	@Test
	void manyFilesAreSkippedInNoTime() throws IOException {
		final Path input = some("deep/d.tif");
		final List<String> names = new ArrayList<>(IntStream.range(0, 300).mapToObj(i -> "f" + i + ".tif").toList());
		for (final String name : names) Files.copy(input.resolve("d.tif"), input.resolve(name));
		final String keys = "action=Whiten options=[method=SHL]";
		assertThat(batch(input, keys)).isEqualTo("done");
		final long begin = System.nanoTime();
		ResultsTable.getResultsTable().reset();
		assertThat(batch(input, keys)).isEqualTo("done");
		assertThat((System.nanoTime() - begin) * 1e-9).isLessThan(3);
		assertThat(results("Status")).hasSize(301).doesNotContainValue("done");
	}
}
