/**
 * Auto-encoder of rectified units: code z = max(0, E x + b), reconstruction D'z + a, learned by Adam under an l1 penalty on
 * z, a penalty on units that are rarely active, and weight decay of the decoder.
 */
package io.github.sparsej.autoencoder.relu;
