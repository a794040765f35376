package io.github.sparsej.convolve.network;

import java.util.AbstractList;
import java.util.List;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.model.Volume;

/** Codes of many images as images of the next layer, written out each time they are asked for: the dense maps of all would take memory without need. */
final class MapsOfCodes extends AbstractList<Volume> {

	private final List<PlacedAtoms> codes;
	private final List<PooledMaps> maps;

	/** @param maps of each code */
	MapsOfCodes(final List<PlacedAtoms> codes, final List<PooledMaps> maps) {
		this.codes = codes;
		this.maps = maps;
	}

	@Override
	public Volume get(final int index) {
		return maps.get(index).image(codes.get(index));
	}

	@Override
	public int size() {
		return codes.size();
	}
}
