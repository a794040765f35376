package io.github.sparsej.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalPreset;

/** Values of the keys of learning with which results on convolutional dictionaries were published ({@link ConvolutionalPreset}). */
enum ConvolutionalPresetKeys {

	NONE(Keys.NONE, null),
	LOW(Keys.LOW, ConvolutionalPreset.LOW),
	HIGH(Keys.HIGH, ConvolutionalPreset.HIGH),
	DIGITS(Keys.DIGITS, ConvolutionalPreset.DIGITS);

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
		if (preset == null) return keys;
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
		keys.put("homeostasis", !options.homeostasis().isNone());
		keys.put("etahomeo", options.homeostasis().rate());
		keys.put("eta", options.eta());
		keys.put("epochs", options.epochs());
		keys.put("batch", 0);
		return keys;
	}
}
