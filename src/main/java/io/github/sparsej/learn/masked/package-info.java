/**
 * Learning from signals of which values are missing: {@link io.github.sparsej.learn.masked.MaskedKsvd} fits atoms to known
 * values alone, {@link io.github.sparsej.learn.masked.KnownMeans} takes their means away, and
 * {@link io.github.sparsej.learn.masked.AtomStrength} tells how strong atoms are in what was coded.
 */
package io.github.sparsej.learn.masked;
