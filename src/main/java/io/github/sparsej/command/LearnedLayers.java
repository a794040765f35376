package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ij.ImagePlus;

import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.NetworkResult;
import io.github.sparsej.convolve.network.PooledMaps;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.plot.PlacedAtomPlots;
import io.github.sparsej.imagej.plot.Plots;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Provenance;

/**
 * What is shown and remembered of learning placed atoms.
 *
 * @param image   that was learned from
 * @param images  how many slices or tiles of it
 * @param width   of each of these, px
 * @param height  of each, px
 * @param options of each layer
 * @param result  what learning brought back
 */
record LearnedLayers(ImagePlus image, int images, int width, int height, List<LayerOptions> options, NetworkResult result) {

	/** Share of the energy from which on what is left tells that atoms were hardly fitted to anything. */
	private static final double MUCH = 0.9;

	/** Says so where so few atoms are placed that they describe nothing. */
	void tell() {
		final ConvolutionalResult first = result.learned().get(0);
		if (first.codes().isEmpty()) return;
		final double left = last(first.curve(ConvolutionalResult.ENERGY_LEFT));
		if (left > MUCH)
			Notes.say(options.get(0).learning().pursuit().maxCount() + " atoms placed in " + width + " x " + height + " px leave " + Math.round(100 * left) + " % of the energy of " + image.getTitle() + ": raise nonzeros, or see preset=" + Keys.MICROGRAPH);
	}

	private static double last(final LearningCurve curve) {
		return curve.values().get(curve.values().size() - 1);
	}

	ResultsRow row() {
		final ResultsRow row = new ResultsRow().add("Image", image.getTitle()).add("Images", images);
		for (int i = 0; i < result.learned().size(); i++) {
			final ConvolutionalResult layer = result.learned().get(i);
			final String of = i == 0 ? "" : " of layer " + (i + 1);
			row.add("Atoms" + of, layer.dictionary().atomCount()).add("Epochs" + of, layer.uses().steps().size());
			if (layer.codes().isEmpty()) continue;
			for (final LearningCurve curve : layer.curves()) row.add(Plots.capitalised(curve.quantity()) + of, last(curve));
			row.add("Spread of use" + of, PlacedAtomPlots.spreadOfUse(layer));
		}
		return row;
	}

	/** Shows plots, and where atoms were placed. */
	void show(final ConvolutionalNetwork network) {
		int seenWidth = width, seenHeight = height;
		for (int i = 0; i < result.learned().size(); i++) {
			final ConvolutionalResult layer = result.learned().get(i);
			final String of = Titles.base(image) + (i == 0 ? "" : "-layer-" + (i + 1));
			PlacedAtomPlots.of(of, layer).forEach(Plots::show);
			if (!layer.codes().isEmpty()) PlacedAtomPlots.where(of + "-where", layer, seenWidth, seenHeight, image.getCalibration()).show();
			final PooledMaps maps = network.layers().get(i).maps(seenWidth, seenHeight);
			seenWidth = maps.width();
			seenHeight = maps.height();
		}
	}

	Provenance provenance(final List<ImageFilter> filters, final long seed) {
		final Map<String, String> words = new LinkedHashMap<>();
		final List<LearningCurve> recorded = new ArrayList<>();
		words.put("images", images + " of " + width + " x " + height + " px");
		words.put("filters", filters.stream().map(ImageFilter::name).collect(Collectors.joining(", ")));
		for (int i = 0; i < result.learned().size(); i++) {
			final String of = i == 0 ? "" : "layer " + (i + 1) + " ";
			words.put(of + "atom", options.get(i).learning().shape().toString());
			options.get(i).learning().inWords().forEach((key, value) -> words.put(of + key, value));
			result.learned().get(i).curves().forEach(curve -> recorded.add(new LearningCurve(of + curve.quantity(), curve.steps(), curve.values())));
		}
		return new Provenance(ConvolutionalLearner.NAME, words, seed, image.getTitle(), recorded, result.complete());
	}
}
