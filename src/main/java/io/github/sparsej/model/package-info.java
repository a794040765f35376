/**
 * The values that everything else passes on (signals, dictionaries, sparse codes, images, models), and the small
 * interfaces a model is made of. They need nothing but the JDK, check themselves (by {@link io.github.sparsej.model.Require}, as all
 * options do), and cannot be changed; where an array is too large to be copied, its Javadoc says that it is shared.
 */
package io.github.sparsej.model;
