/** Measures of images and dictionaries: how alike two images are, how different the atoms are and how they are used. */
package io.github.sparsej.analyze;
