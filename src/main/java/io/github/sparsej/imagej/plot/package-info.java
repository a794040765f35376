/**
 * What is seen of learning, encoding and experiments: plots that ImageJ's users can edit, their colours and legends, and learning's records.
 */
package io.github.sparsej.imagej.plot;
