/**
 * Between ImageJ and the core. Everything here works without a screen. The rooms: {@code source} reads images,
 * {@code atoms}, {@code code}, {@code result} and {@code plot} show what is made of them, {@code file} opens and writes,
 * {@code batch} goes through folders, {@code job} is the main job, {@code bridge} runs commands in ImageJ 1.x. What all of
 * them use is here: titles, notes in the Log, progress and cancel.
 */
package io.github.sparsej.imagej;
