package io.github.sparsej.testing;

import java.util.Arrays;

/** ImageJ in a JVM that has too little memory: runs macros, each after the others, and writes what came of each. */
public final class SmallHeap {

	private SmallHeap() {}

	/** @param macros texts of macros */
	public static void main(final String[] macros) {
		HeadlessImageJ.reset();
		Arrays.stream(macros).forEach(macro -> {
			final String[] result = new String[1];
			HeadlessImageJ.log(() -> result[0] = HeadlessImageJ.macro(macro + "\nreturn 'fine';"));
			System.out.println("result=" + result[0].replace("\n", " "));
			HeadlessImageJ.reset();
		});
		System.out.println("done");
		System.exit(0);
	}
}
