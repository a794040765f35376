package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.ImageState;
import io.github.sparsej.testing.KindsOfImages;

/** Esc, pressed at once or in the middle of long work, leaves the image as it was, and ends a command without a message. */
class StoppedImagesTest {

	/** When Esc is pressed, ms after the command begins. */
	private static final int[] PRESSED = { 0, 120 };
	private static final int SECOND = 1000;
	/** A command notices Esc within a second; a machine with other work may take longer. */
	private static final int PATIENCE = 5 * SECOND;

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	@AfterEach
	void escIsNotPressedAnyMore() {
		IJ.resetEscape();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Whiten Image | method=ZCA scope=[All slices] color=Separate",
		"Local Contrast Normalization | scope=[All slices] color=Separate",
		"Sample Patches | patchsize=4 patches=1000000 scope=[All slices]",
		"Learn Dictionary | patchsize=4 atoms=16 patches=2000 iterations=10000000 scope=[All slices]",
		"Learn Dictionary | learner=K-SVD patchsize=4 atoms=16 patches=2000 iterations=10000000 color=Joint",
		"Compare Homeostasis | patchsize=4 atoms=16 patches=2000 iterations=10000000",
		"Scan Parameter | patchsize=4 atoms=16 patches=2000 iterations=10000000",
		"Sparse Autoencoder | kind=ReLU patchsize=4 iterations=10000000 patches=2000 color=Joint",
		"Energy Autoencoder | patchsize=4 atoms=100 patches=20000 iterations=10000 tolerance=1e-12",
		"Encode Image | dictionary=atoms encoder=ISTA lambda=0.000001 iterations=10000000 stride=1 scope=[All slices] color=Separate",
		"Compare Encoders | dictionary=atoms to=16 points=16 patches=2000 scope=[All slices] color=Separate",
		"Show Residuals | dictionary=atoms patches=1000",
		"Sparse Denoise | patchsize=4 atoms=16 iterations=10000000 stride=1 scope=[All slices] color=Separate",
		"Sparse Denoise | method=Online patchsize=4 atoms=16 iterations=10000000 stride=1 color=Joint",
		"Inpaint Image | patchsize=4 atoms=16 iterations=10000000 stride=1 scope=[All slices] color=Joint",
		"Learn Convolutional Dictionary | atoms=8 atomsize=5 epochs=10000000",
		"Encode Convolutional | dictionary=atoms nonzeros=1000000 scope=[All slices] color=Separate" })
	void theImageIsAsItWas(final String command, final String options) throws InterruptedException {
		for (final int pressed : PRESSED) {
			HeadlessImageJ.reset();
			final ImagePlus image = KindsOfImages.make("hyperstack");
			image.show();
			HeadlessImageJ.macro("run('Learn Dictionary...', 'patchsize=4 atoms=16 patches=100 initial=DCT iterations=0 curves=false'); rename('atoms');");
			final String before = ImageState.of(image);
			final String[] ended = new String[1];
			final AtomicBoolean working = new AtomicBoolean(true);
			final Thread work = new Thread(() -> {
				ended[0] = HeadlessImageJ.macro("selectImage(" + image.getID() + "); run('" + command + "...', '" + options + "');");
				working.set(false);
			});
			final long begin = System.nanoTime();
			work.start();
			work.join(pressed + 1);
			while (working.get() && (System.nanoTime() - begin) / 1_000_000 < pressed + PATIENCE) { // a command that begins takes Esc back
				IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				Thread.sleep(1);
			}
			work.join(PATIENCE);
			assertThat(work.isAlive()).as("Esc after %d ms ends it", pressed).isFalse();
			assertThat(ended[0]).as("Esc after %d ms", pressed).isNullOrEmpty();
			assertThat(ImageState.of(image)).as("Esc after %d ms", pressed).isEqualTo(before);
		}
	}
}
