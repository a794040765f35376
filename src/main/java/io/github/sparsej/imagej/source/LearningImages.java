package io.github.sparsej.imagej.source;

import java.util.Collections;
import java.util.List;

import ij.measure.Calibration;

import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;

/**
 * Images to learn a dictionary from.
 *
 * @param source      what they are called, for the model's provenance
 * @param title       what results are titled after: the source without file extension
 * @param calibration of their pixels
 * @param volumes     the pixels
 * @param regions     one per volume, in which patches must lie; null for the whole image
 */
public record LearningImages(String source, String title, Calibration calibration, List<Volume> volumes, List<RegionMask> regions) {

	public LearningImages {
		volumes = Collections.unmodifiableList(volumes); // no copy: some lists read them
		regions = Collections.unmodifiableList(regions);
	}
}
