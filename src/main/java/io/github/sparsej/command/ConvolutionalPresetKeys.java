package io.github.sparsej.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalPreset;

/** Values of the keys of learning: those with which results on convolutional dictionaries were published ({@link ConvolutionalPreset}), and some for micrographs. */
enum ConvolutionalPresetKeys {

	NONE(Keys.NONE, null),
	LOW(Keys.LOW, ConvolutionalPreset.LOW),
	HIGH(Keys.HIGH, ConvolutionalPreset.HIGH),
	DIGITS(Keys.DIGITS, ConvolutionalPreset.DIGITS),
	/** Its values are none that were published, but for those it has in common with {@link #LOW}. */
	MICROGRAPH(Keys.MICROGRAPH, ConvolutionalPreset.LOW);

	private final String label;
	private final ConvolutionalPreset preset;

	ConvolutionalPresetKeys(final String label, final ConvolutionalPreset preset) {
		this.label = label;
		this.preset = preset;
	}

	/** The preset of a name in menus and macros; {@link #NONE} for a name that is none. */
	static ConvolutionalPresetKeys named(final String label) {
		return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst().orElse(NONE);
	}

	/** The keys that it sets, with their values: the same keys in all presets but {@link #NONE}, which sets none. */
	Map<String, Object> keys() {
		final Map<String, Object> keys = new LinkedHashMap<>();
		if (this == NONE) return keys;
		published(keys);
		if (this == MICROGRAPH) ofMicrographs(keys);
		return keys;
	}

	private void published(final Map<String, Object> keys) {
		final ConvolutionalOptions options = preset.options(1);
		keys.put("atoms", options.atoms());
		keys.put("atomsize", options.shape().width());
		keys.put("nonzeros", options.pursuit().maxCount());
		keys.put("threshold", options.pursuit().threshold());
		keys.put("signed", !options.pursuit().nonnegative());
		keys.put("nonnegative", options.constraint().nonnegative());
		keys.put("zeromean", options.constraint().zeroMean());
		keys.put("mask", ConvolutionalKeys.GAUSSIAN);
		keys.put("treatment", ConvolutionalKeys.AS_PUBLISHED);
		keys.put("localmean", 0);
		keys.put("normalize", true);
		keys.put("taper", true);
		keys.put("window", ConvolutionalKeys.SYMMETRIC);
		keys.put("tile", 0);
		keys.put("homeostasis", !options.homeostasis().isNone());
		keys.put("etahomeo", options.homeostasis().rate());
		keys.put("eta", options.eta());
		keys.put("epochs", options.epochs());
		keys.put("batch", 0);
	}

	/**
	 * What describes micrographs well, few and large: their background is taken away, their noise not made as strong as what they show; they are
	 * learned tile by tile in batches, by exact coding.
	 */
	private static void ofMicrographs(final Map<String, Object> keys) {
		keys.put("atoms", 32);
		keys.put("atomsize", 11);
		keys.put("nonzeros", 60);
		keys.put("treatment", ConvolutionalKeys.TAPERED_ATOMS);
		keys.put("localmean", 21);
		keys.put("normalize", false);
		keys.put("taper", false);
		keys.put("tile", 64);
		keys.put("epochs", 30);
		keys.put("batch", 10);
	}
}
