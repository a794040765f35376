/**
 * Learning dictionaries. A {@link io.github.sparsej.learn.DictionaryLearner} turns signals into atoms;
 * {@link io.github.sparsej.learn.ModelLearning} is the whole way from images to a model that encodes images: filter, draw
 * patches, whiten, learn.
 * <p>
 * Rooms: {@code start} where learning begins; {@code step} what the steps of several learners are made of; {@code hebbian},
 * {@code online}, {@code ksvd}, {@code mod}, {@code closedform}, {@code masked} the learners; {@code homeostasis} what keeps the use of atoms
 * fair; {@code record} what is measured while a dictionary is learned.
 */
package io.github.sparsej.learn;
