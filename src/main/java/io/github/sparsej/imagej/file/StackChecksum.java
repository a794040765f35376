package io.github.sparsej.imagej.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import ij.ImagePlus;

/** A short text by which to tell whether an image, with what is stored with it, is the very one it was. */
public final class StackChecksum {

	private StackChecksum() {}

	/** Eight hexadecimal digits: CRC-32 of sizes, the pixels as float32, and the Info. */
	public static String of(final ImagePlus image) {
		final CRC32 crc = new CRC32();
		for (final int size : image.getDimensions()) update(crc, size);
		for (int i = 1; i <= image.getStackSize(); i++) {
			final float[] pixels = (float[]) image.getStack().getProcessor(i).convertToFloatProcessor().getPixels();
			final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(pixels.length, Float.BYTES));
			bytes.asFloatBuffer().put(pixels);
			crc.update(bytes.array());
		}
		if (image.getProperty("Info") instanceof String info) crc.update(info.getBytes(StandardCharsets.UTF_8));
		return String.format("%08x", crc.getValue());
	}

	private static void update(final CRC32 crc, final int value) {
		crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
	}
}
