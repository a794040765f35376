package io.github.sparsej.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

import io.github.sparsej.model.Dictionary;

/** A short text by which to tell whether atoms are the very ones they were: CRC-32 of their float32 bits, little-endian. */
public final class AtomChecksum {

	private AtomChecksum() {}

	/** Eight hexadecimal digits. */
	public static String of(final Dictionary dictionary) {
		final float[] atoms = dictionary.toArray();
		final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(atoms.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(atoms);
		final CRC32 crc = new CRC32();
		crc.update(bytes.array());
		return String.format("%08x", crc.getValue());
	}
}
