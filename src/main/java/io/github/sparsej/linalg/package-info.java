/**
 * Kernels on primitive arrays: matrix products, Gram matrices, progressive Cholesky factors, chunked parallel loops.
 * <p>
 * The cost of sparse coding is one matrix product, signals x atoms ({@link io.github.sparsej.linalg.FloatProduct}).
 * Two implementations of it live here, plain Java that C2 turns into vector code, and jdk.incubator.vector where the
 * JVM was started with that module. Each adds the terms of one inner product in the same order, with fma: they give the
 * same bits, so that which one runs can be seen in nothing but the time.
 * <p>
 * Whitening stands on Fourier transforms of images of any size ({@link io.github.sparsej.linalg.RealFft2d}) and on
 * {@link io.github.sparsej.linalg.SymmetricEigen}.
 * <p>
 * Auto-encoders are learned by {@link io.github.sparsej.linalg.Lbfgs}; {@link io.github.sparsej.linalg.GradientCheck} tells
 * whether a gradient is that of its function.
 * <p>
 * Matrices are float64 where an optimiser or an accumulated statistic needs it and float32 otherwise, row-major, or an
 * array per row where the rows are used one by one. Nothing here knows of dictionaries or signals, and whatever library
 * is used inside does not show in a signature.
 */
package io.github.sparsej.linalg;
