package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.measure.ResultsTable;

import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.testing.FijiLikeRun;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.ShlFilter;
import io.github.sparsej.whiten.WhiteningChain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.plugin.Parameter;

/** What the keys of Learn Dictionary do to data, learner and start, from macros. */
class LearnDictionaryTest {

	private static final String SOURCE = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";
	private static final String SMALL = "patchsize=6 atoms=20 patches=500 nonzeros=3 iterations=4 batch=100 curves=false";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static SparseModel learn(final String options) {
		return AtomStacks.read(HeadlessImageJ.image(SOURCE + "run('Learn Dictionary...', '" + options + " " + SMALL + "');")); // of a key named twice the first value counts
	}

	@Test
	void choicesAreAllThereIs() throws ReflectiveOperationException {
		assertThat(choices("homeostasis")).containsExactlyElementsOf(HomeostasisKind.labels());
		assertThat(choices("encoder")).containsExactly(EncoderChoice.names());
		assertThat(Arrays.stream(choices("learner")).map(LearnerKind::named).distinct()).containsExactly(LearnerKind.values());
		assertThat(choices("preset")).containsExactly(Keys.NONE, Keys.NOTEBOOK_2018, Keys.PAPER_2019);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hebbian", "Online", "K-SVD", "MOD", "Closed forms" })
	void everyLearnerGivesAModelThatEncodes(final String learner) {
		final SparseModel model = learn("learner=[" + learner + "] lambda=2 initial=DCT");
		assertThat(model.dictionary().atomCount()).isEqualTo(20);
		assertThat(model.provenance().curves().get(0).values()).hasSize(4);
		assertThat(model.provenance().complete()).isTrue();
		assertThat(HeadlessImageJ.macro("selectImage('source'); run('Encode Image...', 'dictionary=source-atoms'); run('Reconstruct Image...', 'dictionary=source-atoms'); run('Compare with Reference...', 'reference=source'); return d2s(Table.get('PSNR (dB)', 0), 2);"))
			.matches("[234]\\d\\.\\d\\d");
	}

	@Test
	void aLearnerBringsTheValuesItIsKnownByAndKeysWinOverThem() {
		assertThat(learn("learner=K-SVD").encoder()).isEqualTo(new OmpOptions(3, 0));
		assertThat(learn("learner=K-SVD").homeostasis().method()).isEqualTo("None");
		assertThat(learn("learner=MOD encoder=[Matching pursuit] homeostasis=HEH").homeostasis().selectsByQuantiles()).isTrue();
		assertThat(((OmpOptions) learn("learner=Online nonnegative=true removemean=false").encoder()).nonnegative()).as("codes of nonnegative atoms").isTrue();
		assertThat(((MatchingPursuitOptions) learn("learner=Hebbian").encoder()).selection()).isEqualTo(Selection.RECTIFIED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hebbian", "Online", "K-SVD", "MOD" })
	void atomsAreWhatTheyMustBeWithEveryLearner(final String learner) {
		for (final float value : learn("learner=" + learner + " nonnegative=true removemean=false").dictionary().toArray()) assertThat(value).isNotNegative();
		final Dictionary zeroMean = learn("learner=" + learner + " zeromean=true initial=DCT").dictionary();
		for (int i = 0; i < zeroMean.atomCount(); i++) {
			double sum = 0;
			for (final float value : zeroMean.atom(i)) sum += value;
			assertThat(sum).isCloseTo(0, within(1e-5));
		}
	}

	@Test
	void onlineLearningGoesOnFromTheStatisticsOfASavedModel(@TempDir final Path folder) {
		final String few = " patchsize=6 atoms=20 patches=500 nonzeros=3 batch=100 initial=DCT curves=false', ";
		final String options = "'learner=Online iterations=5 " + few.substring(0, few.length() - 3);
		final SparseModel half = AtomStacks.read(HeadlessImageJ.image(SOURCE + "run('Learn Dictionary...', " + options + "'); run('Save Dictionary...', 'path=[" + folder.resolve("half.tif") + "]');"));
		assertThat(half.statistics().batches()).isEqualTo(5);
		HeadlessImageJ.reset();
		final SparseModel resumed = AtomStacks.read(HeadlessImageJ.image(SOURCE + "run('Open Dictionary...', 'path=[" + folder.resolve("half.tif") + "]'); rename('half'); selectImage('source'); run('Learn Dictionary...', " + options + " start=half');"));
		final SparseModel whole = AtomStacks.read(HeadlessImageJ.image("selectImage('source'); run('Learn Dictionary...', " + options.replace("iterations=5", "iterations=10") + "');"));
		assertThat(resumed.statistics().batches()).isEqualTo(10);
		final float[] expected = whole.dictionary().toArray(), actual = resumed.dictionary().toArray();
		for (int i = 0; i < expected.length; i++) assertThat(actual[i]).isCloseTo(expected[i], within(2e-3f));
	}

	@Test
	void onlineLearningIsRecordedToo() {
		assertThat(HeadlessImageJ.macro(SOURCE + "run('Learn Dictionary...', 'learner=Online every=2 " + SMALL + "'); return '' + Table.size;")).isEqualTo("1");
	}

	private static String[] choices(final String key) throws ReflectiveOperationException {
		return LearningCommand.class.getDeclaredField(key).getAnnotation(Parameter.class).choices();
	}

	@Test
	void aPresetSetsWhatTheMacroLeavesOutAndTheLogTellsWhatWinsOverIt() {
		final SparseModel[] model = new SparseModel[1];
		final String log = HeadlessImageJ.log(() -> model[0] = AtomStacks.read(HeadlessImageJ.image(SOURCE + "run('Learn Dictionary...', 'preset=[Paper 2019] crop=64 patchsize=6 atoms=20 patches=500 iterations=4 batch=100 nonzeros=3 eta=0.02 curves=false');")));
		assertThat(model[0].filter()).isEqualTo(ShlFilter.forPatches(6));
		assertThat(model[0].whitening()).isInstanceOf(WhiteningChain.class);
		assertThat(((WhiteningChain) model[0].whitening()).first()).isInstanceOf(ScalarCentering.class);
		assertThat(((WhiteningChain) model[0].whitening()).second()).isEqualTo(new DiskMask(model[0].shape()));
		assertThat(model[0].provenance().settings()).containsAllEntriesOf(Map.of("crop", "64", "selection", "HIGH_CONTRAST", "eta", "0.02", "beta1", "0.99", "beta2", "0.99", "epsilon", "1.0E-10",
			"homeostasis", "HAP", "homeostasis rate", "0.01", "start", "ONE_OVER_F"));
		assertThat(log).contains("other values than those of preset Paper 2019 (in brackets) are used: ", "patchsize=6 (21)", "crop=64 (256)").doesNotContain("eta=", "betaone");
	}

	@Test
	void recordsAreShownAndChangeNothing() {
		final float[] without = learn("seed=7").dictionary().toArray();
		final String shown = HeadlessImageJ.macro("selectImage('source'); run('Learn Dictionary...', 'seed=7 every=2 record=All curves=true " + SMALL.replace(" curves=false", "")
			+ "'); a = getTitle(); b = getImageID(); s = ''; for (i = 1; i <= nImages; i++) { selectImage(i); s += getTitle() + ';'; } return s + Table.getString('Dictionary', 0) + ';' + d2s(Table.get('F', 0), 4) + ';' + d2s(Table.get('error', 0) + 0.0005 * Table.get('qerror', 0), 4);");
		assertThat(shown.split(";")).contains("source-learning-curve", "source-F", "source-error", "source-MC", "source-kurtosis", "source-variance", "source-probability-of-activation", "source-atoms");
		final String[] parts = shown.split(";");
		assertThat(parts[parts.length - 1]).isEqualTo(parts[parts.length - 2]).doesNotContain("NaN");
		assertThat(AtomStacks.read(WindowManager.getImage("source-atoms-1") == null ? WindowManager.getImage("source-atoms") : WindowManager.getImage("source-atoms-1")).dictionary().toArray()).isEqualTo(without);
		HeadlessImageJ.reset();
		final String plots = HeadlessImageJ.macro(SOURCE + "run('Learn Dictionary...', 'every=2 " + SMALL + "'); return d2s(nImages, 0) + ' ' + Table.size;");
		assertThat(plots).isEqualTo("2 1");
	}

	@Test
	void precisionChangesWhatIsLearned() {
		final SparseModel weighted = learn("precision=0.1");
		assertThat(weighted.provenance().settings()).containsEntry("precision rate", "0.1");
		assertThat(learn("precision=0").dictionary().toArray()).isNotEqualTo(weighted.dictionary().toArray());
	}

	@Test
	void aPresetIsTheSameAsItsValuesAndInFiji() {
		final String few = "crop=64 patchsize=6 atoms=20 patches=500 iterations=2 batch=100 nonzeros=3 curves=false ";
		final Object preset = HeadlessImageJ.image(SOURCE + "run('Learn Dictionary...', '" + few + "preset=[Paper 2019]');").getProperty("Info");
		final Object values = HeadlessImageJ.image("selectImage('source'); run('Learn Dictionary...', '" + few
			+ "depth=1 selection=[High contrast] whitening=SHL removemean=false scalarmean=true disk=true homeostasis=HAP etahomeo=0.01 alphamp=0.95 eta=0.02 betaone=0.99 betatwo=0.99 epsilon=1E-10 initial=1/f every=32');").getProperty("Info");
		assertThat(values).isEqualTo(preset);
		final String title = HeadlessImageJ.macro("selectImage('source'); close('\\\\Others'); return call('" + FijiLikeRun.class.getName() + ".run', '" + LearnDictionary.class.getName() + "', '" + few + "preset=[Paper 2019]');");
		assertThat(title).isEqualTo("source-atoms");
		assertThat(HeadlessImageJ.macro("return d2s(nImages, 0);")).as("no other of that title").isEqualTo("2");
		assertThat(AtomStacks.find("start", title).getProperty("Info")).isEqualTo(preset);
	}

	@Test
	void aFolderIsLearnedFromByTheNamesOfItsFilesWhateverImageIsOpen(@TempDir final Path parent) throws Exception {
		final Path folder = Files.createDirectories(parent.resolve("my photos"));
		final ImagePlus large = Samples.open(Samples.Sample.MICROANEURYSMS);
		large.setRoi(10, 20, 50, 40);
		new FileSaver(large.crop()).saveAsPng(folder.resolve("b.png").toString());
		large.deleteRoi();
		new FileSaver(large).saveAsTiff(folder.resolve("a.tif").toString());
		Files.writeString(folder.resolve("notes.txt"), "no image");
		Files.writeString(folder.resolve(".hidden.png"), "no image either");
		final String line = "run('Learn Dictionary...', '" + SMALL + " folder=[" + folder + "]');";
		final ImagePlus[] atoms = new ImagePlus[1];
		final String log = HeadlessImageJ.log(() -> atoms[0] = HeadlessImageJ.image(line));
		assertThat(log).contains("notes.txt is passed over: it is no image that ImageJ reads").doesNotContain("hidden");
		assertThat(atoms[0].getTitle()).isEqualTo("my photos-atoms");
		assertThat(AtomStacks.read(atoms[0]).provenance().source()).isEqualTo("my photos");
		assertThat(HeadlessImageJ.image("close('*'); newImage('other', '8-bit ramp', 30, 30, 1); " + line).getProperty("Info")).isEqualTo(atoms[0].getProperty("Info"));
		final float[] cropped = AtomStacks.read(HeadlessImageJ.image("close('*'); " + line.replace("folder", "crop=40 folder"))).dictionary().toArray();
		assertThat(cropped).isNotEqualTo(AtomStacks.read(atoms[0]).dictionary().toArray());
		assertThat(HeadlessImageJ.log(() -> HeadlessImageJ.image("close('*'); " + line.replace("folder", "crop=41 folder")))).contains("b.png is passed over: an image of 50 x 40 pixels is smaller than a crop of 41 x 41");
		Files.delete(folder.resolve("a.tif"));
		Files.delete(folder.resolve("b.png"));
		assertThat(HeadlessImageJ.macro(line)).isEqualTo("[error] folder=[" + folder + "]: none of its files is an image that ImageJ reads");
		Files.delete(folder.resolve("notes.txt"));
		assertThat(HeadlessImageJ.macro(line)).isEqualTo("[error] folder=[" + folder + "]: there are no files in this folder");
	}

	@Test
	void readingAFolderTellsHowFarItIsAndCanBeStopped(@TempDir final Path folder) {
		for (int i = 1; i <= 3; i++) new FileSaver(Samples.open(Samples.Sample.MICROANEURYSMS)).saveAsPng(folder.resolve(i + ".png").toString());
		final HebbianOptions learner = new HebbianOptions(4, 1, 10, 0.01, 0.9, 0.99, 1e-8, new MatchingPursuitOptions(2, 0, Selection.RECTIFIED), new NoHomeostasis(0.05), 20, 1);
		final ModelSettings settings = new ModelSettings(PatchShape.square(4), 10, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.none(), Start.PATCHES, learner);
		final ImageChoice choice = new ImageChoice(null, folder.toString(), null, Keys.CURRENT_SLICE, Keys.LUMINANCE, 1);
		final Set<String> said = new LinkedHashSet<>(); // where a file takes long, it is said several times
		final List<String> seen = new ArrayList<>();
		assertThat(choice.read(settings, (fraction, what) -> said.add(Math.round(fraction * 3) + " " + what) || true, (file, reason) -> seen.add(file + reason)).volumes()).hasSize(3);
		assertThat(seen).containsExactly("1.png", "2.png", "3.png");
		assertThat(said).containsExactly("0 Reading file 1 of 3", "1 Reading file 2 of 3", "2 Reading file 3 of 3");
		said.clear();
		assertThatThrownBy(() -> choice.read(settings, (fraction, what) -> (said.add(what) || true) && fraction < 0.3, (file, reason) -> {})).isInstanceOf(CancellationException.class);
		assertThat(said).hasSize(2);
	}

	@Test
	void aScaleThatIsTooSmallIsTold() {
		assertThat(HeadlessImageJ.log(() -> learn("homeostasis=HEH etahomeo=0.5 scale=0.01"))).contains("scale=0.01: ", "more than three times as large");
		assertThat(HeadlessImageJ.log(() -> learn("homeostasis=HEH etahomeo=0.5 scale=1000"))).doesNotContain("three times");
		assertThat(HeadlessImageJ.log(() -> learn("homeostasis=HAP etahomeo=0.5 scale=0.01"))).doesNotContain("three times");
	}

	@Test
	void aFolderIsTheSameAsAStackOfItsImagesInTheOrderOfTheirNames(@TempDir final Path folder) {
		final ImagePlus image = Samples.open(Samples.Sample.MICROANEURYSMS);
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight(), 3);
		for (final int name : new int[] { 3, 1, 2 }) {
			new FileSaver(image).saveAsPng(folder.resolve(name + ".png").toString());
			stack.setProcessor(image.getProcessor().duplicate(), name);
			image.getProcessor().flipHorizontal();
		}
		new ImagePlus("all", stack).show();
		final float[] expected = AtomStacks.read(HeadlessImageJ.image("run('Learn Dictionary...', 'scope=[All slices] " + SMALL + "');")).dictionary().toArray();
		assertThat(AtomStacks.read(HeadlessImageJ.image("run('Learn Dictionary...', 'folder=[" + folder + "] " + SMALL + "');")).dictionary().toArray()).isEqualTo(expected);
	}

	@Test
	void aFolderOfColorsHasAtomsOfThreeChannels(@TempDir final Path folder) {
		final ImagePlus color = Samples.open(Samples.Sample.MICROANEURYSMS);
		color.setProcessor(color.getProcessor().convertToRGB());
		new FileSaver(color).saveAsPng(folder.resolve("c.png").toString());
		assertThat(HeadlessImageJ.image("run('Learn Dictionary...', '" + SMALL + " color=Joint folder=[" + folder + "]');").getNChannels()).isEqualTo(3);
	}

	@Test
	void learningGoesOnFromAModelWithAllThatBelongsToIt() {
		final SparseModel first = learn("whitening=SHL removemean=false scalarmean=true disk=true");
		final SparseModel[] second = new SparseModel[1];
		final String log = HeadlessImageJ.log(() -> second[0] = AtomStacks.read(HeadlessImageJ.image("rename('first'); selectImage('source'); run('Learn Dictionary...', 'start=first iterations=0 patches=500 patchsize=9 atoms=5 whitening=ZCA scalarmean=false curves=false');")));
		assertThat(log).contains("going on from first", "20 atoms of 6 x 6", "what homeostasis HAP has learned");
		assertThat(second[0].dictionary().toArray()).containsExactly(first.dictionary().toArray(), within(1e-7f));
		assertThat(second[0].homeostasis().gains()).containsExactly(first.homeostasis().gains());
		assertThat(second[0].filter()).isEqualTo(first.filter());
		assertThat(second[0].whitening()).isEqualTo(first.whitening());
		assertThat(second[0].provenance().settings().get("start")).startsWith("going on from first (checksum ");
	}

	@Test
	void anotherHomeostasisTakesWhatItCanUseAndTheLogSaysSo() {
		learn("");
		final SparseModel[] second = new SparseModel[1];
		final String log = HeadlessImageJ.log(() -> second[0] = AtomStacks.read(HeadlessImageJ.image("rename('first'); selectImage('source'); run('Learn Dictionary...', 'start=first iterations=0 patches=500 homeostasis=None curves=false');")));
		assertThat(log).contains("what its homeostasis HAP has learned is taken as far as homeostasis None can use it");
		assertThat(second[0].homeostasis().method()).isEqualTo("None");
		assertThat(second[0].homeostasis().isNeutral()).isTrue();
	}

	@Test
	void aStackOfAtomsIsTheBeginningOfADictionaryOfItsOwnNumberAndShape() {
		final SparseModel model = AtomStacks.read(HeadlessImageJ.image(SOURCE + "newImage('foreign', '32-bit black', 3, 3, 9); for (i = 0; i < 9; i++) { setSlice(i + 1); setPixel(i % 3, floor(i / 3), 5); }\n"
			+ "selectImage('source'); run('Learn Dictionary...', 'initial=Stack start=foreign iterations=0 patches=500 whitening=SHL curves=false');"));
		assertThat(model.shape().toString()).isEqualTo("3 x 3");
		for (int i = 0; i < 9; i++) assertThat(model.dictionary().atom(i)[i]).isEqualTo(1);
		assertThat(model.filter()).as("of the keys").isInstanceOf(ShlFilter.class);
	}

	@Test
	void discsAndOneMeanAreTakenBackInReconstruction() {
		final String complete = SOURCE + "run('Learn Dictionary...', 'patchsize=6 atoms=36 patches=500 initial=DCT iterations=0 removemean=false scalarmean=true curves=false disk=%s'); selectImage('source');\n"
			+ "run('Encode Image...', 'dictionary=source-atoms encoder=[Orthogonal matching pursuit] nonzeros=36 stride=1'); run('Reconstruct Image...', 'dictionary=source-atoms');";
		for (final String disk : new String[] { "false", "true" }) {
			imageJ();
			final ImagePlus back = HeadlessImageJ.image(complete.formatted(disk));
			final ImagePlus source = WindowManager.getImage("source");
			for (int y = 2; y < source.getHeight() - 2; y++)
				for (int x = 2; x < source.getWidth() - 2; x++) assertThat(back.getProcessor().getf(x, y)).as("disk=%s (%d, %d)", disk, x, y).isCloseTo(source.getProcessor().getf(x, y), within(0.1f));
			assertThat(back.getProcessor().getf(0, 0) == 0).as("disk=%s: no disc covers the corner", disk).isEqualTo(disk.equals("true"));
		}
	}

	@Test
	void whiteningMaskAndMeanComeBackFromAFile(@TempDir final Path folder) {
		final SparseModel model = learn("whitening=SHL scalarmean=true disk=true");
		final Path file = folder.resolve("atoms.tif");
		final String before = (String) WindowManager.getImage("source-atoms").getProperty("Info");
		IJ.saveAsTiff(WindowManager.getImage("source-atoms"), file.toString());
		final ImagePlus opened = HeadlessImageJ.image("close('*'); run('Open Dictionary...', 'path=[" + file + "]');");
		assertThat(opened.getProperty("Info")).isEqualTo(before);
		assertThat(AtomStacks.read(opened).whitening()).isEqualTo(model.whitening());
	}

	@Test
	void nonnegativeAtomsHaveNonnegativeCodes() {
		final SparseModel model = learn("nonnegative=true removemean=false initial=[White noise] eta=0.02 iterations=40");
		for (final float value : model.dictionary().toArray()) assertThat(value).isGreaterThanOrEqualTo(0);
		assertThat(((MatchingPursuitOptions) model.encoder()).selection()).isEqualTo(Selection.RECTIFIED);
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'output=Maps'); run('Reconstruct Image...', 'dictionary=source-atoms'); run('Compare with Reference...', 'reference=source');");
		for (int i = 1; i <= 20; i++) assertThat(WindowManager.getImage("source-code").getStack().getProcessor(i).getStatistics().min).isGreaterThanOrEqualTo(0);
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(20);
	}

	@ParameterizedTest
	@EnumSource
	void everyEncoderCanBeTheCodingStep(final EncoderKind kind) {
		final SparseModel model = learn("encoder=[" + kind.label() + "] lambda=3 iterations=30 eta=0.01");
		assertThat(model.encoder().name()).isEqualTo(kind.label());
		final List<Double> residual = model.provenance().curves().get(0).values();
		assertThat(mean(residual.subList(25, 30))).as("relative residual").isLessThan(mean(residual.subList(0, 5)));
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}

	@Test
	void keysThatAnEncoderDoesNotUseAreNamed() {
		assertThat(HeadlessImageJ.log(() -> learn("encoder=[Top k] lambda=7"))).contains("key lambda is not used by Top k");
		assertThat(HeadlessImageJ.log(() -> learn("encoder=[Order recursive matching pursuit]"))).contains("Order recursive matching pursuit has codes of both signs");
		assertThat(HeadlessImageJ.log(() -> learn("")).strip()).isEqualTo("SparseJ: Method: sparse Hebbian learning (Perrinet 2010, 2019)");
	}

	@Test
	void presetsNameKeysThatThereAreWithValuesOfTheirTypes() throws ReflectiveOperationException {
		for (final Preset preset : List.of(Preset.NOTEBOOK_2018, Preset.PAPER_2019)) {
			assertThat(preset.keys().keySet()).containsExactlyElementsOf(Preset.PAPER_2019.keys().keySet());
			for (final Map.Entry<String, Object> key : preset.keys().entrySet()) for (final Class<?> owner : owners(key.getKey())) assertThat(owner.getDeclaredField(key.getKey()).getType()).as(key.getKey()).isEqualTo(key.getValue().getClass());
		}
		assertThat(Preset.NOTEBOOK_2018.keys()).containsAllEntriesOf(Map.of("patchsize", 18, "patches", 65536, "atoms", 441, "nonzeros", 13, "iterations", 1025, "batch", 1024, "eta", 0.0033, "alphahomeo", 2.5, "homeostasis", "eHAP"));
		assertThat(Preset.PAPER_2019.keys()).containsAllEntriesOf(Map.of("patchsize", 21, "patches", 65536, "atoms", 676, "nonzeros", 21, "iterations", 4097, "batch", 4096, "eta", 0.02, "alphahomeo", 0.05, "homeostasis", "HAP"));
		assertThat(Arrays.stream(Preset.values()).map(preset -> Preset.named(preset == Preset.NONE ? Keys.NONE : preset == Preset.PAPER_2019 ? Keys.PAPER_2019 : Keys.NOTEBOOK_2018))).containsExactly(Preset.values());
	}

	/** Key every has a default of its own in experiments. */
	private static List<Class<?>> owners(final String key) {
		return key.equals("every") ? List.of(LearnDictionary.class, ExperimentCommand.class) : List.of(LearningCommand.class);
	}
}
