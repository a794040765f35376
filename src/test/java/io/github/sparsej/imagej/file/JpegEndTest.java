package io.github.sparsej.imagej.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparsej.testing.SampleImages;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import ij.process.FloatProcessor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files in one scan or several, with a thumbnail that has an end of its own. */
class JpegEndTest {

	private static final int SIDE = 40;

	private static byte[] jpeg(final boolean progressive) throws IOException {
		final BufferedImage image = new FloatProcessor(SIDE, SIDE, SampleImages.open("raccoon", SIDE).plane(0, 0)).convertToByteProcessor(false).getBufferedImage();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
		writer.dispose();
		return bytes.toByteArray();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void itIsFoundWhereTheFileIsWholeAndNowhereElse(final boolean progressive) throws IOException {
		final byte[] inner = jpeg(progressive), whole = new byte[2 * inner.length + 4];
		System.arraycopy(inner, 0, whole, 0, 2);
		final int segment = inner.length + 2;
		System.arraycopy(new byte[] { (byte) 0xff, (byte) 0xe1, (byte) (segment >> 8), (byte) segment }, 0, whole, 2, 4);
		System.arraycopy(inner, 0, whole, 6, inner.length);
		System.arraycopy(inner, 2, whole, 6 + inner.length, inner.length - 2);
		assertThat(JpegEnd.isThere(inner)).isTrue();
		assertThat(JpegEnd.isThere(whole)).isTrue();
		assertThat(JpegEnd.isThere(Arrays.copyOf(whole, whole.length + 1000))).as("what follows does not matter").isTrue();
		for (int length = 0; length < whole.length; length++) assertThat(JpegEnd.isThere(Arrays.copyOf(whole, length))).as("cut at %d", length).isFalse();
	}
}
