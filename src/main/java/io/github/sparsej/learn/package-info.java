/**
 * Learning dictionaries. A {@link io.github.sparsej.learn.DictionaryLearner} turns signals into atoms;
 * {@link io.github.sparsej.learn.HebbianLearner} is the one that all begins with.
 * {@link io.github.sparsej.learn.ModelLearning} is the whole way from images to a model that encodes images:
 * filter, draw patches, whiten, learn.
 */
package io.github.sparsej.learn;
