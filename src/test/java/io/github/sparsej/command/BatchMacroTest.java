package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.MixedFolder;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.BatchProcessor;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/** Process > Batch > Macro with every command that makes an image: ImageJ's own batch processor, but for its dialog. What it saves is what the command makes. */
class BatchMacroTest {

	private static final String LEARN = "run('Learn Dictionary...', 'patchsize=4 atoms=9 patches=300 iterations=2 nonzeros=2');", AUTOENCODER = "patchsize=4 patches=200 iterations=3",
		CONVOLUTIONAL = "run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=10 epochs=1');";

	/** Macros as one would type them into the dialog, nothing but the image open, with all their plots. */
	static final String[] MACROS = {
		"run('Open SparseJ Sample...', 'name=Microaneurysms');",
		"run('Whiten Image...');",
		"run('Local Contrast Normalization...');",
		"run('Sample Patches...', 'patches=20 patchsize=6');",
		LEARN,
		"run('Sparse Autoencoder...', '" + AUTOENCODER + " hidden=4');",
		"run('Energy Autoencoder...', '" + AUTOENCODER + " atoms=6');",
		"t = getTitle(); " + LEARN + " selectImage(t); run('Encode Image...', 'nonzeros=2');",
		"t = getTitle(); " + LEARN + " a = getTitle(); selectImage(t); run('Encode Image...', 'nonzeros=2'); run('Reconstruct Image...', 'dictionary=[' + a + ']');",
		CONVOLUTIONAL,
		"t = getTitle(); " + CONVOLUTIONAL + " a = getTitle(); selectImage(t); run('Encode Convolutional...', 'dictionary=[' + a + '] nonzeros=5');",
		"t = getTitle(); " + CONVOLUTIONAL + " a = getTitle(); selectImage(t); run('Encode Convolutional...', 'dictionary=[' + a + '] nonzeros=5'); run('Reconstruct Convolutional...', 'dictionary=[' + a + ']');",
		"run('Sparse Denoise...', 'method=DCT patchsize=4 atoms=16');",
		"run('Inpaint Image...', 'mask=[' + mask() + '] patchsize=4 atoms=16 patches=200 iterations=1'); function mask() { t = getTitle(); newImage('mask', '8-bit black', getWidth, getHeight, 1); setPixel(5, 5, 255); selectImage(t); return 'mask'; }",
		"t = getTitle(); " + LEARN + " a = getTitle(); selectImage(t); run('Show Residuals...', 'dictionary=[' + a + '] patches=3');",
		LEARN + " run('Dictionary Mosaic');",
		LEARN + " p = getDirectory('temp') + 'batch-macro-atoms.tif'; run('Save Dictionary...', 'path=[' + p + ']'); close(); run('Open Dictionary...', 'path=[' + p + ']'); File.delete(p);",
		"newImage('samples', '8-bit black', 20, 20, 4); for (i = 1; i <= 4; i++) { setSlice(i); for (k = 0; k < 60; k++) setPixel((k * 7 * i) % 20, (k * 3 + i) % 20, 50 + k); setMetadata('Label', '' + i % 2); } "
			+ CONVOLUTIONAL + " a = getTitle(); selectImage('samples'); run('Train Read-out...', 'dictionary=[' + a + '] test=0.5');",
	};

	@TempDir
	private static Path input;

	@TempDir
	private Path output;

	@BeforeAll
	static void makeFiles(@TempDir final Path mixed) throws IOException {
		MixedFolder.make(mixed, 36);
		Files.copy(mixed.resolve("bits8.tif"), input.resolve("bits8.tif"));
		Files.copy(mixed.resolve("a-text.tif"), input.resolve("a-text.tif"));
	}

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	/** As Process > Batch > Macro does once its dialog is closed. */
	private void process(final String macro) throws ReflectiveOperationException {
		final BatchProcessor processor = new BatchProcessor();
		set(processor, "macro", macro);
		set(processor, "filter", "");
		final Field format = BatchProcessor.class.getDeclaredField("format");
		format.setAccessible(true);
		format.set(null, "TIFF");
		final Method work = BatchProcessor.class.getDeclaredMethod("processFolder", String.class, String.class);
		work.setAccessible(true);
		work.invoke(processor, input + "/", output + "/");
	}

	private static void set(final BatchProcessor processor, final String field, final String value) throws ReflectiveOperationException {
		final Field declared = BatchProcessor.class.getDeclaredField(field);
		declared.setAccessible(true);
		declared.set(processor, value);
	}

	@ParameterizedTest
	@FieldSource("MACROS")
	void whatTheCommandMakesIsWhatIsSaved(final String macro) throws Exception {
		process(macro);
		final ImagePlus saved = IJ.openImage(output.resolve("bits8.tif").toString());
		assertThat(saved).isNotNull();
		HeadlessImageJ.reset();
		final ImagePlus byHand = HeadlessImageJ.image("open('" + input.resolve("bits8.tif") + "'); " + macro);
		assertThat(saved.getDimensions()).isEqualTo(byHand.getDimensions());
		assertThat(saved.getBitDepth()).isEqualTo(byHand.getBitDepth());
		for (int i = 1; i <= byHand.getStackSize(); i++) assertThat(saved.getStack().getPixels(i)).isEqualTo(byHand.getStack().getPixels(i));
		assertThat(output.resolve("a-text.tif")).doesNotExist();
	}

	@Test
	void everyCommandThatMakesAnImageIsAmongThem() throws IOException {
		final Set<String> missing = new HashSet<>();
		HeadlessImageJ.commands().forEach((label, className) -> {
			final Class<?> command = command(className);
			if (makesAnImage(command) && Stream.of(MACROS).noneMatch(macro -> macro.contains("'" + label + "'"))) missing.add(label);
		});
		assertThat(missing).isEmpty();
	}

	private static Class<?> command(final String className) {
		try {
			return Class.forName(className);
		}
		catch (final ClassNotFoundException e) {
			throw new AssertionError(e);
		}
	}

	private static boolean makesAnImage(final Class<?> command) {
		return Stream.of(command.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(Parameter.class) && field.getAnnotation(Parameter.class).type() == ItemIO.OUTPUT && field.getType() == ImagePlus.class);
	}
}
