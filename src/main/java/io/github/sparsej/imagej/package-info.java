/**
 * Between ImageJ's images and the core: reading them as pixels, showing models, codes and results as stacks, mosaics,
 * plots and table rows, files, progress and cancel. Everything here works without a screen.
 */
package io.github.sparsej.imagej;
