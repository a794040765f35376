/**
 * JMH benchmarks of the kernels and encoders, against OpenBLAS and against the product alone. Only ratios of one run
 * mean anything: {@link io.github.sparsej.benchmarks.Ratios} prints them,
 * {@code mvn -Pbenchmarks test-compile exec:exec@benchmarks}. {@link io.github.sparsej.benchmarks.ScikitLearnTable} sets
 * encoders beside scikit-learn's, {@code exec:exec@scikit-learn}, and {@link io.github.sparsej.benchmarks.NumpyTable}
 * learning beside the same arithmetic in numpy, {@code exec:exec@numpy}.
 */
package io.github.sparsej.benchmarks;
