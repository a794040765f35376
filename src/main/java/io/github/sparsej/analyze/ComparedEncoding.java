package io.github.sparsej.analyze;

/**
 * One encoder at one sparseness, measured on a set of signals.
 *
 * @param encoder      its name
 * @param asked        nonzeros per signal that were asked for
 * @param lambda       the lambda that came nearest to them; NaN for encoders that take a number of nonzeros
 * @param nonzeros     mean nonzeros per signal
 * @param residual     l2 norm of all residuals, as a share of that of all signals
 * @param microseconds time per signal, all threads together: the only measure that is not the same in every run
 */
public record ComparedEncoding(String encoder, int asked, double lambda, double nonzeros, double residual, double microseconds) {}
