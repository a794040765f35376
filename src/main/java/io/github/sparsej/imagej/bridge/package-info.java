/**
 * Runs the SciJava commands in plain ImageJ 1.x, which knows nothing of SciJava: plugins.config names
 * {@link io.github.sparsej.imagej.bridge.Command_Runner} for every menu entry, with the command's class as argument.
 * It does what imagej-legacy does in Fiji (values from a macro's options, the active image, a dialog, recording,
 * showing the results) by the same rules, so that one macro line does the same in both. In Fiji it only hands over;
 * the second dialog of a command and its help ({@link io.github.sparsej.imagej.bridge.CommandDialogs}) are the same in both.
 */
package io.github.sparsej.imagej.bridge;
