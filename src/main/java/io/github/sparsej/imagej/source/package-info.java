/**
 * Images as the core reads them: slices, channels, stacks and selections as volumes of pixels, one at a time, and results in the same places.
 */
package io.github.sparsej.imagej.source;
