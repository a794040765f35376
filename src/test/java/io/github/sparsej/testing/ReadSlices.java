package io.github.sparsej.testing;

import java.util.Set;
import java.util.TreeSet;

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/** A virtual stack, whose slices are made when they are asked for, and which remembers for which it was asked. */
public final class ReadSlices extends VirtualStack {

	private final ImageStack slices;
	private final Set<Integer> read = new TreeSet<>();

	public ReadSlices(final ImageStack slices) {
		super(slices.getWidth(), slices.getHeight());
		this.slices = slices;
		setBitDepth(slices.getBitDepth());
	}

	/** The slices (from 1) that were asked for since this was asked last. */
	public Set<Integer> takeRead() {
		final Set<Integer> taken = new TreeSet<>(read);
		read.clear();
		return taken;
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		read.add(n);
		return slices.getProcessor(n).duplicate();
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getSize() {
		return slices.size();
	}

	@Override
	public int size() {
		return slices.size();
	}

	@Override
	public String getSliceLabel(final int n) {
		return slices.getSliceLabel(n);
	}

	@Override
	public void setSliceLabel(final String label, final int n) {
		slices.setSliceLabel(label, n);
	}

	@Override
	public boolean isVirtual() {
		return true;
	}
}
