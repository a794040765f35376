/**
 * The closed forms of dictionary learning, in float64: alternation of the atoms that are best for given sources, and of sources
 * that are better for given atoms, with an objective that never rises. Sources are what the rest of the project calls codes;
 * here they are dense rows of float64, and atoms have any length.
 * <p>
 * {@link io.github.sparsej.learn.closedform.ClosedFormLearner} says what is computed, {@link io.github.sparsej.learn.closedform.Objective}
 * how its lambda relates to that of the encoders and of other software. {@code Alternation} is the state that half steps change:
 * {@code DictionaryStep} gives atoms; {@code RelaxedSources} (with {@code LineSearch}) or {@code LassoSources} (with {@code ExactLasso})
 * give sources. The solvers of {@code encode.l1} are of no use here: their Gram matrices and correlations are float32.
 */
package io.github.sparsej.learn.closedform;
