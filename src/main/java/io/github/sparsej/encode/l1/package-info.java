/**
 * Encoders that minimise 1/2 |x - D a|^2 + a {@link io.github.sparsej.encode.l1.Penalty} of absolute values: the lasso and
 * its kin. All of them solve the same convex problem, which {@link io.github.sparsej.encode.l1.Optimality} measures from the
 * codes alone; they differ in how they get there: {@link io.github.sparsej.encode.l1.LassoLars} along the path from large
 * lambda, {@link io.github.sparsej.encode.l1.CoordinateDescent} atom by atom,
 * {@link io.github.sparsej.encode.l1.ProximalGradient} (FISTA, ISTA) by gradient steps,
 * {@link io.github.sparsej.encode.l1.MaskedLasso} where values are missing, {@link io.github.sparsej.encode.l1.EnergyEncoder} where
 * codes are also to be near those that an auto-encoder predicts. {@link io.github.sparsej.encode.l1.Lars} is the
 * path alone, for a number of steps.
 */
package io.github.sparsej.encode.l1;
