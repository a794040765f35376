package io.github.sparsej.convolve;

import java.util.List;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/**
 * A convolutional encoder ready for one dictionary. Thread-safe, parallel inside; its result depends neither on the number of
 * threads nor on what other images there are.
 */
public interface PreparedConvolutionalEncoder {

	/** The atoms that codes are made of, and that the residual is without: those it was prepared for, or what a mask made of them. */
	Dictionary dictionary();

	/**
	 * @param image    of depth 1, with the channels of the atoms and at least their size; not modified
	 * @param progress where it asks to stop, the code ends with the atoms found so far
	 * @throws IllegalArgumentException if the image does not fit the atoms, or holds a NaN or an infinity
	 */
	CodedImage encode(Volume image, Progress progress);

	/**
	 * As {@link #encode(Volume, Progress)}, of many images, which may differ in size. As many are in work at once as there are threads.
	 *
	 * @param progress where it asks to stop, images in work end as in {@link #encode(Volume, Progress)}, and those not begun get an empty code
	 *                 with {@link io.github.sparsej.model.StopReason#CANCELLED}
	 * @return one for each image
	 */
	List<CodedImage> encode(List<Volume> images, Progress progress);

	/** The memory that encoding one image of this size takes beside the image, in bytes, without what is prepared. */
	long bytesNeeded(int width, int height);
}
