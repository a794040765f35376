/**
 * SparseJ: sparse coding and dictionary learning for ImageJ and Fiji, and as a library.
 * <p>
 * The way of the data, in one direction; nothing upstream is touched again:
 * <pre>
 * image -&gt; ImageFilter.filter -&gt; PatchSampler -&gt; Signals -&gt; Whitening.apply -&gt; DictionaryLearner.learn -&gt; Dictionary
 *          (all of it one SparseModel = filter + whitening + dictionary + encoder + homeostasis + provenance: ONE file, a TIFF stack)
 * image -&gt; filter -&gt; PatchGrid.cut -&gt; whitening.apply -&gt; Encoder.prepare(dictionary).encode -&gt; SparseCodes
 *       -&gt; codes x dictionary -&gt; encoder.output -&gt; whitening.invert -&gt; PatchAssembly (overlap average) -&gt; image, in the space of the filtered one
 * </pre>
 * The packages, each using only those to its right:
 * <pre>
 * cli -&gt; command -&gt; imagej -&gt; image -&gt; analyze -&gt; restore, store -&gt; learn, autoencoder -&gt; encode, whiten, patch -&gt; linalg -&gt; model
 * </pre>
 * {@code model} holds the values and the small interfaces; {@code linalg} kernels on primitive arrays; {@code patch} cuts
 * and assembles; {@code whiten} filters images and whitens patches; {@code encode} finds sparse codes; {@code learn} learns
 * dictionaries; {@code autoencoder} networks, whose decoders are dictionaries and whose encoders encode; {@code restore} takes whole images there and back, denoises and inpaints them; {@code store} writes models as JSON; {@code analyze}
 * measures; {@code image} offers the same on ImgLib2 images; {@code imagej} and {@code command} are the plugin;
 * {@code cli} the command line. From {@code model} to {@code analyze} it is a library without ImageJ.
 * <p>
 * A first use as a library: {@link io.github.sparsej.learn.ModelLearning} learns a model from images,
 * {@link io.github.sparsej.restore.ImageCoder} encodes, {@link io.github.sparsej.restore.ImageDecoder} puts together.
 */
package io.github.sparsej;
