/**
 * The energy auto-encoder (M. Defferrard, 2015, after K. Kavukcuoglu, M. Ranzato &amp; Y. LeCun, "Fast inference in sparse coding
 * algorithms", 2008): codes, a dictionary and an encoder that predicts the codes are learned together, by
 * {@link io.github.sparsej.autoencoder.energy.EnergyLearner}. All three sub-problems are one
 * {@link io.github.sparsej.autoencoder.energy.Quadratic} under a {@link io.github.sparsej.autoencoder.energy.Proximity}, solved by
 * {@link io.github.sparsej.autoencoder.energy.Fista}.
 */
package io.github.sparsej.autoencoder.energy;
