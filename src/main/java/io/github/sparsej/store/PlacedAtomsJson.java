package io.github.sparsej.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.sparsej.convolve.PlacedAtoms;

/** Codes of placed atoms as JSON text, in their order, bit by bit: atoms and places are whole numbers that float32 holds. */
public final class PlacedAtomsJson {

	private static final int MOST = 1 << 24;

	private PlacedAtomsJson() {}

	/**
	 * @param codes at least one, of the same atoms
	 * @throws IllegalArgumentException if a place or a number of an atom is 2^24 or more
	 */
	public static String write(final List<PlacedAtoms> codes) {
		final JsonArray list = new JsonArray();
		for (final PlacedAtoms code : codes) {
			final JsonObject json = new JsonObject();
			Fields.put(json, "atom", numbers(code.count(), code::atom));
			Fields.put(json, "y", numbers(code.count(), code::y));
			Fields.put(json, "x", numbers(code.count(), code::x));
			Fields.put(json, "coefficient", numbers(code.count(), code::coefficient));
			list.add(json);
		}
		final JsonObject json = new JsonObject();
		json.addProperty("atoms", codes.get(0).atomCount());
		json.add("codes", list);
		return json.toString();
	}

	private static float[] numbers(final int count, final IntToDoubleFunction value) {
		final float[] numbers = new float[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = (float) value.applyAsDouble(i);
			if (numbers[i] != value.applyAsDouble(i)) throw new IllegalArgumentException("a code cannot be written whose places or atoms are beyond " + MOST);
		}
		return numbers;
	}

	/** @throws ModelFormatException if the text is damaged */
	public static List<PlacedAtoms> read(final String json) throws ModelFormatException {
		final Fields all = new Fields("", ModelJson.parse(json));
		final int atoms = all.integer("atoms");
		final List<PlacedAtoms> codes = new ArrayList<>();
		for (final Fields code : all.objects("codes")) codes.add(code.build(f -> code(f, atoms)));
		return codes;
	}

	private static PlacedAtoms code(final Fields f, final int atoms) throws ModelFormatException {
		final float[] atom = f.floats("atom");
		return PlacedAtoms.of(atoms, whole(f, "atom", atom), whole(f, "y", f.floats("y", atom.length)), whole(f, "x", f.floats("x", atom.length)), f.floats("coefficient", atom.length));
	}

	private static int[] whole(final Fields f, final String name, final float[] values) throws ModelFormatException {
		final int[] whole = new int[values.length];
		for (int i = 0; i < whole.length; i++) {
			whole[i] = (int) values[i];
			if (whole[i] != values[i]) throw f.wrong(name, "whole numbers in base64, not " + values[i]);
		}
		return whole;
	}
}
