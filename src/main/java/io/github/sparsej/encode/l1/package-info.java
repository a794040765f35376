/**
 * Encoders that minimise 1/2 |x - D a|^2 + a {@link io.github.sparsej.encode.l1.Penalty} of absolute values: the lasso and
 * its kin. All of them solve the same convex problem, which {@link io.github.sparsej.encode.l1.Optimality} measures from the
 * codes alone; they differ in how they get there.
 */
package io.github.sparsej.encode.l1;
