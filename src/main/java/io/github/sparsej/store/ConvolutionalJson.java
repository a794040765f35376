package io.github.sparsej.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.readout.SoftmaxReadout;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/** What a model keeps of a network of convolutional layers as JSON: atoms of layers after the first in float32, a read-out in float64. */
final class ConvolutionalJson {

	private static final String LAYERS = "layers", READOUT = "readout";

	private ConvolutionalJson() {}

	static void write(final ConvolutionalSettings settings, final JsonObject json) {
		coding(settings.pursuit(), settings.mask(), settings.rectification(), settings.pooling(), json);
		final JsonArray layers = new JsonArray();
		settings.following().forEach(layer -> layers.add(write(layer)));
		if (!layers.isEmpty()) json.add(LAYERS, layers);
		settings.readout().ifPresent(readout -> json.add(READOUT, write(readout)));
	}

	private static void coding(final ConvolutionalPursuitOptions pursuit, final AtomMask mask, final Rectification rectification, final Pooling pooling, final JsonObject json) {
		json.add("pursuit", record(pursuit));
		json.add("mask", record(mask));
		json.addProperty("rectification", rectification.name());
		json.add("pooling", record(pooling));
	}

	private static JsonObject record(final Record value) {
		final JsonObject json = new JsonObject();
		Records.write(value, json);
		return json;
	}

	private static JsonObject write(final Layer layer) {
		final JsonObject json = new JsonObject();
		json.add("patch", ModelJson.patch(layer.dictionary().shape()));
		json.addProperty("atoms", layer.dictionary().atomCount());
		Fields.put(json, "values", layer.dictionary().toArray());
		json.add("homeostasis", ModelJson.homeostasis(layer.homeostasis()));
		coding(layer.pursuit(), layer.mask(), layer.rectification(), layer.pooling(), json);
		return json;
	}

	private static JsonObject write(final SoftmaxReadout readout) {
		final JsonObject json = new JsonObject();
		final JsonArray classes = new JsonArray();
		readout.classes().forEach(classes::add);
		json.add("classes", classes);
		json.addProperty("features", readout.features());
		json.addProperty("scale", readout.scale());
		Fields.put(json, "weights", readout.weights());
		return json;
	}

	/** @throws IllegalArgumentException if the settings refuse their values */
	static ConvolutionalSettings read(final Fields f) throws ModelFormatException {
		final List<Layer> layers = new ArrayList<>();
		if (f.has(LAYERS)) for (final Fields layer : f.objects(LAYERS)) layers.add(layer.build(ConvolutionalJson::layer));
		final Optional<SoftmaxReadout> readout = f.has(READOUT) ? Optional.of(f.object(READOUT).build(ConvolutionalJson::readout)) : Optional.empty();
		return new ConvolutionalSettings(pursuit(f), mask(f), f.constant("rectification", Rectification.class), pooling(f), layers, readout);
	}

	private static Layer layer(final Fields f) throws ModelFormatException {
		final PatchShape shape = ModelJson.patch(f);
		final int atoms = f.integer("atoms");
		final Dictionary dictionary = Dictionary.ofUnitAtoms(shape, atoms, f.floats("values", (long) atoms * shape.length()));
		return new Layer(dictionary, pursuit(f), mask(f), f.object("homeostasis").build(h -> ModelJson.homeostasis(h, atoms)), f.constant("rectification", Rectification.class), pooling(f));
	}

	private static SoftmaxReadout readout(final Fields f) throws ModelFormatException {
		final List<String> classes = f.textList("classes");
		final int features = f.integer("features");
		return new SoftmaxReadout(classes, features, f.number("scale"), f.doubles("weights", (long) classes.size() * (features + 1L)));
	}

	private static ConvolutionalPursuitOptions pursuit(final Fields f) throws ModelFormatException {
		return f.object("pursuit").build(Records.reader(ConvolutionalPursuitOptions.class));
	}

	private static AtomMask mask(final Fields f) throws ModelFormatException {
		return f.object("mask").build(Records.reader(AtomMask.class));
	}

	private static Pooling pooling(final Fields f) throws ModelFormatException {
		return f.object("pooling").build(Records.reader(Pooling.class));
	}
}
