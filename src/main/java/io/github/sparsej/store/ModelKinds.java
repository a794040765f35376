package io.github.sparsej.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.window.BorderTaper;
import io.github.sparsej.convolve.window.PublishedBorderWindow;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LarsOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.TopKOptions;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.FilterChain;
import io.github.sparsej.whiten.LocalContrastNormalization;
import io.github.sparsej.whiten.LocalMeanRemoval;
import io.github.sparsej.whiten.Mirror;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.PatchStatistics;
import io.github.sparsej.whiten.PcaWhitening;
import io.github.sparsej.whiten.RangeNormalization;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.ShlFilter;
import io.github.sparsej.whiten.Standardization;
import io.github.sparsej.whiten.WhiteningChain;
import io.github.sparsej.whiten.ZcaFilter;
import io.github.sparsej.whiten.ZcaWhitening;

/** All filters, whitenings and encoders that a model file can hold. */
final class ModelKinds {

	private static final Kinds<ImageFilter> SINGLE_FILTERS = Kinds.<ImageFilter>of("filter")
		.with("none", NoFilter.class, (filter, json) -> {}, f -> NoFilter.INSTANCE)
		.with("olshausen-field", OlshausenField.class, ModelKinds::write, ModelKinds::olshausenField)
		.with("shl", ShlFilter.class, (filter, json) -> {
			write(filter.whitening(), json);
			json.addProperty("patchSize", filter.patchSize());
		}, f -> new ShlFilter(olshausenField(f), f.integer("patchSize")))
		.with("zca", ZcaFilter.class, (filter, json) -> {
			json.addProperty("patchSize", filter.patchSize());
			Fields.put(json, "kernel", filter.kernel());
		}, f -> new ZcaFilter(f.integer("patchSize"), f.doubles("kernel")))
		.with("local-contrast", LocalContrastNormalization.class, (filter, json) -> {
			json.addProperty("sigma", filter.sigma());
			json.addProperty("taps", filter.taps());
			json.addProperty("mirror", filter.mirror().name());
		}, f -> new LocalContrastNormalization(f.number("sigma"), f.integer("taps"), f.has("mirror") ? f.constant("mirror", Mirror.class) : Mirror.REPEATED)) // files had no mirror before there were two
		.with("local-mean", LocalMeanRemoval.class, Records::write, Records.reader(LocalMeanRemoval.class))
		.with("border-taper", BorderTaper.class, Records::write, Records.reader(BorderTaper.class))
		.with("published-border-window", PublishedBorderWindow.class, Records::write, Records.reader(PublishedBorderWindow.class));

	/** No chain of chains: a damaged text could hold any number of them inside each other. */
	static final Kinds<ImageFilter> FILTERS = SINGLE_FILTERS.with("chain", FilterChain.class, ModelKinds::write, ModelKinds::filterChain);

	private static final Kinds<EncoderSettings> ENCODERS = Kinds.<EncoderSettings>of("encoder")
		.with("matching-pursuit", MatchingPursuitOptions.class, Records::write, Records.reader(MatchingPursuitOptions.class, Map.of("relaxation", 1.0)))
		.with("omp", OmpOptions.class, Records::write, Records.reader(OmpOptions.class))
		.with("ormp", OrmpOptions.class, Records::write, Records.reader(OrmpOptions.class))
		.with("lars", LarsOptions.class, Records::write, Records.reader(LarsOptions.class))
		.with("lasso-lars", LassoLarsOptions.class, Records::write, Records.reader(LassoLarsOptions.class))
		.with("coordinate-descent", CoordinateDescentOptions.class, Records::write, Records.reader(CoordinateDescentOptions.class))
		.with("proximal-gradient", ProximalGradientOptions.class, Records::write, Records.reader(ProximalGradientOptions.class))
		.with("threshold", ThresholdOptions.class, Records::write, Records.reader(ThresholdOptions.class))
		.with("top-k", TopKOptions.class, Records::write, Records.reader(TopKOptions.class))
		.with("iterative-hard-threshold", IterativeHardThresholdingOptions.class, Records::write, Records.reader(IterativeHardThresholdingOptions.class))
		.with("lca", LcaOptions.class, Records::write, Records.reader(LcaOptions.class))
		.with("feed-forward", FeedForwardSettings.class, NetworkJson::write, NetworkJson::read)
		.with("convolutional", ConvolutionalSettings.class, ConvolutionalJson::write, ConvolutionalJson::read);

	private static final Kinds<Whitening> WHITENINGS = Kinds.<Whitening>of("whitening")
		.with("none", NoWhitening.class, (whitening, json) -> {}, f -> NoWhitening.INSTANCE)
		.with("patch-means", PatchCentering.class, (whitening, json) -> {}, f -> PatchCentering.INSTANCE)
		.with("scalar-mean", ScalarCentering.class, (whitening, json) -> json.addProperty("mean", whitening.mean()), f -> new ScalarCentering(f.number("mean")))
		.with("range", RangeNormalization.class, (whitening, json) -> json.addProperty("limit", whitening.limit()), f -> new RangeNormalization(f.number("limit")))
		.with("standard", Standardization.class, (whitening, json) -> {
			json.addProperty("scale", whitening.scale());
			Fields.put(json, "mean", whitening.mean());
		}, f -> new Standardization(f.doubles("mean"), f.number("scale")))
		.with("disc", DiskMask.class, (mask, json) -> json.add("patch", ModelJson.patch(mask.shape())), f -> new DiskMask(ModelJson.patch(f)))
		.with("chain", WhiteningChain.class, ModelKinds::write, ModelKinds::chain)
		.with("pca", PcaWhitening.class, (whitening, json) -> write(whitening.statistics(), whitening.epsilon(), json), f -> new PcaWhitening(statistics(f), f.number("epsilon")))
		.with("zca", ZcaWhitening.class, (whitening, json) -> write(whitening.statistics(), whitening.epsilon(), json), f -> new ZcaWhitening(statistics(f), f.number("epsilon")));

	/** How far an eigenvector's entry may exceed 1 by rounding. */
	private static final double ROUNDING = 1e-9;

	private ModelKinds() {}

	static JsonObject write(final EncoderSettings encoder) {
		return ENCODERS.write(encoder);
	}

	/** @throws ModelFormatException also if the encoder is a network for other atoms */
	static EncoderSettings encoder(final Fields fields, final Dictionary atoms) throws ModelFormatException {
		final EncoderSettings encoder = ENCODERS.read(fields);
		if (encoder instanceof FeedForwardSettings network) fields.build(f -> {
			network.requireFit(atoms);
			return network;
		});
		if (encoder instanceof ConvolutionalSettings layers) fields.build(f -> {
			layers.requireFit(atoms);
			return layers;
		});
		return encoder;
	}

	static JsonObject write(final Whitening whitening) {
		return WHITENINGS.write(whitening);
	}

	/** @throws ModelFormatException also if the whitening is not one of patches of this shape */
	static Whitening whitening(final Fields fields, final PatchShape shape) throws ModelFormatException {
		final Whitening whitening = WHITENINGS.read(fields);
		require(whitening, shape, fields);
		return whitening;
	}

	private static void require(final Whitening whitening, final PatchShape shape, final Fields fields) throws ModelFormatException {
		if (whitening instanceof WhiteningChain chain) {
			require(chain.first(), shape, fields.object("first"));
			require(chain.second(), shape, fields.object("second"));
			return;
		}
		if (whitening instanceof DiskMask disc && !disc.shape().equals(shape)) throw fields.wrong("patch", "the shape of the model's patches, " + shape);
		final int length = length(whitening, shape);
		if (length != shape.length()) throw fields.wrong("mean", "one number for each of the " + shape.length() + " values of a patch, not " + length);
	}

	/** Values per patch of a whitening that asks for a number of them. */
	private static int length(final Whitening whitening, final PatchShape shape) {
		if (whitening instanceof Standardization standardization) return standardization.length();
		return whitening instanceof PcaWhitening pca ? pca.statistics().length() : whitening instanceof ZcaWhitening zca ? zca.statistics().length() : shape.length();
	}

	private static void write(final WhiteningChain chain, final JsonObject json) {
		json.add("first", write(chain.first()));
		json.add("second", write(chain.second()));
	}

	private static WhiteningChain chain(final Fields f) throws ModelFormatException {
		return new WhiteningChain(link(f.object("first")), link(f.object("second")));
	}

	/** No chain of chains: a damaged text could hold any number of them inside each other. */
	private static Whitening link(final Fields f) throws ModelFormatException {
		if (f.text("kind").equals("chain")) throw f.wrong("kind", "a single whitening");
		return WHITENINGS.read(f);
	}

	private static void write(final FilterChain chain, final JsonObject json) {
		final JsonArray filters = new JsonArray();
		chain.filters().forEach(filter -> filters.add(SINGLE_FILTERS.write(filter)));
		json.add("filters", filters);
	}

	private static FilterChain filterChain(final Fields f) throws ModelFormatException {
		final List<ImageFilter> filters = new ArrayList<>();
		for (final Fields filter : f.objects("filters")) filters.add(SINGLE_FILTERS.read(filter));
		return new FilterChain(filters);
	}

	private static void write(final OlshausenField filter, final JsonObject json) {
		json.addProperty("cutoff", filter.cutoff());
		json.addProperty("exponent", filter.exponent());
		json.addProperty("steepness", filter.steepness());
	}

	private static OlshausenField olshausenField(final Fields f) throws ModelFormatException {
		return new OlshausenField(f.number("cutoff"), f.number("exponent"), f.number("steepness"));
	}

	private static void write(final PatchStatistics statistics, final double epsilon, final JsonObject json) {
		json.addProperty("epsilon", epsilon);
		json.addProperty("centering", statistics.centering().name());
		Fields.put(json, "mean", statistics.mean());
		Fields.put(json, "eigenvalues", statistics.eigen().values());
		Fields.put(json, "eigenvectors", statistics.eigen().vectors());
	}

	private static PatchStatistics statistics(final Fields f) throws ModelFormatException {
		final double[] mean = f.doubles("mean");
		final double[] vectors = f.doubles("eigenvectors", (long) mean.length * mean.length);
		for (final double entry : vectors) if (Math.abs(entry) > 1 + ROUNDING) throw f.wrong("eigenvectors", "unit vectors in base64, not with an entry " + entry);
		return new PatchStatistics(f.constant("centering", Centering.class), mean, f.doubles("eigenvalues", mean.length), vectors);
	}
}
