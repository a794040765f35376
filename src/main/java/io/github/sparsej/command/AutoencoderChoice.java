package io.github.sparsej.command;

import java.util.Map;

import io.github.sparsej.autoencoder.AutoencoderLearner;
import io.github.sparsej.learn.WhiteningFit;

/**
 * What a kind of auto-encoder is learned with.
 *
 * @param whitening   what is done to patches first
 * @param learner     learns from these
 * @param words       its options in words, for the provenance of the model
 * @param bytesNeeded memory that it takes beside the signals
 */
record AutoencoderChoice(WhiteningFit whitening, AutoencoderLearner learner, Map<String, String> words, long bytesNeeded) {}
