/** The method of optimal directions: all atoms at once, by least squares over the codes of all signals. */
package io.github.sparsej.learn.mod;
