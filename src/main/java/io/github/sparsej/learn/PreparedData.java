package io.github.sparsej.learn;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * What dictionaries are learned from, made once for any number of runs.
 *
 * @param signals       patches of the filtered images, whitened; not to be written to
 * @param whitening     what was found to whiten them with
 * @param refusedPlaces places of patches that were left out because pixels there are NaN or infinite
 */
public record PreparedData(Signals signals, Whitening whitening, long refusedPlaces) {}
