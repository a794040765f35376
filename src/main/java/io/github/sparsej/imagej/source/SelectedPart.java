package io.github.sparsej.imagej.source;

import java.awt.Rectangle;
import java.util.AbstractList;
import java.util.List;

import ij.ImagePlus;
import ij.process.ByteProcessor;

import io.github.sparsej.model.Volume;

/** The part of an image that a command works on where there is a selection with an area: what is around it stays as it is. */
public final class SelectedPart {

	private final Rectangle cut;
	/** Which pixels of the cut rectangle are selected; null: all. */
	private final ByteProcessor selected;

	private SelectedPart(final Rectangle cut, final ByteProcessor selected) {
		this.cut = cut;
		this.selected = selected;
	}

	/**
	 * The selection of an image, or all of it.
	 *
	 * @param margin px around the selection that its pixels depend on
	 * @throws IllegalArgumentException if the selection lies outside the image
	 */
	public static SelectedPart of(final ImagePlus image, final int margin) {
		final Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
		if (SourceImages.regions(image, 1).get(0) == null) return new SelectedPart(all, null);
		final Rectangle cut = image.getRoi().getBounds();
		cut.grow(margin, margin);
		final Rectangle inside = cut.intersection(all);
		final ByteProcessor mask = image.createRoiMask();
		mask.setRoi(inside);
		return new SelectedPart(inside, (ByteProcessor) mask.crop());
	}

	public int width() {
		return cut.width;
	}

	public int height() {
		return cut.height;
	}

	/** Whether it is less than the image. */
	public boolean isPart() {
		return selected != null;
	}

	/** What is to be worked on, of images that are read when they are asked for. */
	public List<Volume> cut(final List<Volume> images) {
		if (selected == null) return images;
		return new AbstractList<>() {
			@Override
			public Volume get(final int number) {
				return images.get(number).crop(cut.x, cut.y, cut.width, cut.height);
			}

			@Override
			public int size() {
				return images.size();
			}
		};
	}

	/**
	 * An image with what was made of its part.
	 *
	 * @param images the whole ones; not modified
	 * @param number of the one that was worked on
	 * @param worked of the size of the part; not modified
	 */
	public Volume paste(final List<Volume> images, final int number, final Volume worked) {
		if (selected == null) return worked;
		final Volume whole = images.get(number);
		final float[][] planes = new float[whole.depth() * whole.channels()][];
		for (int c = 0, i = 0; c < whole.channels(); c++)
			for (int z = 0; z < whole.depth(); z++, i++) planes[i] = paste(whole.plane(z, c).clone(), whole.width(), worked.plane(z, c));
		return Volume.of(whole.width(), whole.height(), whole.depth(), whole.channels(), planes);
	}

	private float[] paste(final float[] pixels, final int width, final float[] worked) {
		for (int y = 0; y < cut.height; y++)
			for (int x = 0; x < cut.width; x++)
				if (selected.get(x, y) != 0) pixels[(cut.y + y) * width + cut.x + x] = worked[y * cut.width + x];
		return pixels;
	}
}
