/**
 * JMH benchmarks of the kernels and encoders, against OpenBLAS and against the product alone. Only ratios of one run
 * mean anything: {@link io.github.sparsej.benchmarks.Ratios} prints them,
 * {@code mvn -Pbenchmarks test-compile exec:exec@benchmarks}. {@link io.github.sparsej.benchmarks.ScikitLearnTable} sets
 * encoders beside scikit-learn's, {@code exec:exec@scikit-learn}.
 */
package io.github.sparsej.benchmarks;
