package io.github.sparsej.store;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;

import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.SufficientStatistics;
import io.github.sparsej.model.Whitening;

/**
 * A model as JSON text, all but the values of its atoms, which are the slices of the stack that the text goes with. The
 * text holds a checksum (CRC-32 of the float32 bits, little-endian) of the atoms it was written for.
 * <p>
 * The same model gives the same text. What was written is read back bit by bit: numbers in full, arrays as base64 of
 * little-endian float64, those that a model holds in float32 of float32.
 */
public final class ModelJson {

	/** The value of the text's first field, "format". */
	public static final String FORMAT = "SparseJ model";

	/** The version of the format written, and the newest that is read. */
	public static final int VERSION = 1;

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private static final Pattern CLAIM = Pattern.compile("\"format\"\\s*:\\s*\"" + FORMAT + "\"");

	private ModelJson() {}

	/** @throws IllegalArgumentException if a part of the model is of a kind the format does not know */
	public static String write(final SparseModel model) {
		final JsonObject json = new JsonObject();
		json.addProperty("format", FORMAT);
		json.addProperty("version", VERSION);
		json.add("patch", patch(model.shape()));
		json.addProperty("atoms", model.dictionary().atomCount());
		json.addProperty("atomsChecksum", AtomChecksum.of(model.dictionary()));
		json.add("filter", ModelKinds.FILTERS.write(model.filter()));
		json.add("whitening", ModelKinds.write(model.whitening()));
		json.add("encoder", ModelKinds.write(model.encoder()));
		json.add("homeostasis", homeostasis(model.homeostasis()));
		if (!model.statistics().isEmpty()) json.add("statistics", StatisticsJson.write(model.statistics()));
		json.add("provenance", provenance(model.provenance()));
		return GSON.toJson(json);
	}

	/** Whether a text claims to be a model, be it damaged or not. */
	public static boolean isModel(final String text) {
		return CLAIM.matcher(text).find();
	}

	/**
	 * What a text says of the atoms that go with it.
	 *
	 * @throws ModelFormatException if the text is not a model, is damaged, or is of a newer version
	 */
	public static ModelHeader header(final String json) throws ModelFormatException {
		return header(model(json));
	}

	/** A filter as text, by itself. */
	public static String writeFilter(final ImageFilter filter) {
		return ModelKinds.FILTERS.write(filter).toString();
	}

	/** A whitening as text, by itself. */
	public static String writeWhitening(final Whitening whitening) {
		return ModelKinds.write(whitening).toString();
	}

	/** An encoder's settings as text, by themselves. */
	public static String writeEncoder(final EncoderSettings encoder) {
		return ModelKinds.write(encoder).toString();
	}

	/** What a homeostasis has learned as text, by itself. */
	public static String writeHomeostasis(final HomeostasisState state) {
		return homeostasis(state).toString();
	}

	/** Statistics as text, by themselves. */
	public static String writeStatistics(final SufficientStatistics statistics) {
		return StatisticsJson.write(statistics).toString();
	}

	/** @throws ModelFormatException if the text is not a filter */
	public static ImageFilter readFilter(final String json) throws ModelFormatException {
		return ModelKinds.FILTERS.read(new Fields("filter", parse(json)));
	}

	private static Fields model(final String json) throws ModelFormatException {
		final Fields model = new Fields("", parse(json));
		if (!model.text("format").equals(FORMAT)) throw model.wrong("format", "\"" + FORMAT + "\"");
		if (model.integer("version") != VERSION) throw model.wrong("version", "version " + VERSION + ", the only one this release reads");
		return model;
	}

	private static ModelHeader header(final Fields model) throws ModelFormatException {
		return new ModelHeader(patch(model), model.integer("atoms"));
	}

	/**
	 * The model that a text and atoms are together.
	 *
	 * @param atoms the atoms found with the text; where their values are others than those it was written for, filter,
	 *              whitening and encoder hold for them too, but the homeostasis and the statistics are dropped, and a note says so
	 * @throws ModelFormatException if the text is not a model, is damaged, is of a newer version, or belongs to atoms of
	 *                              another number or shape
	 */
	public static ReadModel read(final String json, final Dictionary atoms) throws ModelFormatException {
		final Fields model = model(json);
		final ModelHeader header = header(model);
		final PatchShape shape = header.shape();
		if (!shape.equals(atoms.shape())) throw new ModelFormatException("the model is of patches of " + shape + ", but the atoms found are " + atoms.shape());
		if (header.atomCount() != atoms.atomCount()) throw new ModelFormatException("the model has " + header.atomCount() + " atoms, but " + atoms.atomCount() + " were found");
		final List<String> notes = new ArrayList<>();
		HomeostasisState homeostasis = model.object("homeostasis").build(f -> homeostasis(f, atoms.atomCount()));
		SufficientStatistics statistics = statistics(model, atoms);
		if (!model.text("atomsChecksum").equals(AtomChecksum.of(atoms))) {
			notes.add("The atoms were changed since the model was saved: its homeostasis (" + homeostasis.method() + ") " + (statistics.isEmpty() ? "does" : "and its statistics of the signals learned from do") + " not belong to them and "
				+ (statistics.isEmpty() ? "is" : "are") + " left out.");
			homeostasis = HomeostasisState.neutral(NoHomeostasis.NAME, atoms.atomCount());
			statistics = SufficientStatistics.none(atoms.atomCount(), atoms.signalLength());
		}
		return new ReadModel(new SparseModel(ModelKinds.FILTERS.read(model.object("filter")), ModelKinds.whitening(model.object("whitening"), shape),
			atoms, ModelKinds.encoder(model.object("encoder"), atoms), homeostasis, statistics, provenance(model.object("provenance"))), notes);
	}

	/** Learners that need none, and files written before there were any, have none. */
	private static SufficientStatistics statistics(final Fields model, final Dictionary atoms) throws ModelFormatException {
		return model.has("statistics") ? model.object("statistics").build(f -> StatisticsJson.read(f, atoms)) : SufficientStatistics.none(atoms.atomCount(), atoms.signalLength());
	}

	static JsonObject parse(final String json) throws ModelFormatException {
		try (JsonReader reader = new JsonReader(new StringReader(json))) {
			final JsonElement element = GSON.getAdapter(JsonElement.class).read(reader);
			if (!element.isJsonObject()) throw new ModelFormatException("the text is not a model: expected a JSON object");
			reader.peek(); // refuses a text that goes on after the model's end
			return element.getAsJsonObject();
		}
		catch (final ModelFormatException e) {
			throw e;
		}
		catch (final IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
			throw new ModelFormatException("the model's text is damaged: it is no complete JSON (" + e.getMessage() + ")", e);
		}
	}

	/** The shape in field "patch". */
	static PatchShape patch(final Fields fields) throws ModelFormatException {
		return fields.object("patch").build(f -> new PatchShape(f.integer("width"), f.integer("height"), f.integer("depth"), f.integer("channels")));
	}

	static JsonObject patch(final PatchShape shape) {
		final JsonObject json = new JsonObject();
		json.addProperty("width", shape.width());
		json.addProperty("height", shape.height());
		json.addProperty("depth", shape.depth());
		json.addProperty("channels", shape.channels());
		return json;
	}

	static JsonObject homeostasis(final HomeostasisState state) {
		final JsonObject json = new JsonObject();
		json.addProperty("method", state.method());
		Fields.put(json, "activity", state.activity());
		Fields.put(json, "gains", state.gains());
		state.quantiles().ifPresent(quantiles -> {
			final JsonObject table = new JsonObject();
			table.addProperty("size", quantiles.size());
			table.addProperty("scale", quantiles.scale());
			Fields.put(table, "values", quantiles.toArray());
			json.add("quantiles", table);
			json.addProperty("selectsByQuantiles", state.selectsByQuantiles());
		});
		return json;
	}

	/** Files written before there were quantile functions have none. */
	static HomeostasisState homeostasis(final Fields f, final int atomCount) throws ModelFormatException {
		final double[] activity = f.doubles("activity", atomCount), gains = f.doubles("gains", atomCount);
		if (!f.has("quantiles")) return new HomeostasisState(f.text("method"), activity, gains);
		final QuantileFunctions quantiles = f.object("quantiles").build(q -> new QuantileFunctions(atomCount, q.integer("size"), q.number("scale"), q.doubles("values")));
		return new HomeostasisState(f.text("method"), activity, gains, quantiles, f.flag("selectsByQuantiles"));
	}

	private static JsonObject provenance(final Provenance provenance) {
		final JsonObject settings = new JsonObject();
		for (final Map.Entry<String, String> entry : provenance.settings().entrySet()) settings.addProperty(entry.getKey(), entry.getValue());
		final JsonArray curves = new JsonArray();
		for (final LearningCurve curve : provenance.curves()) {
			final JsonObject json = new JsonObject();
			json.addProperty("quantity", curve.quantity());
			Fields.put(json, "steps", curve.steps().stream().mapToDouble(Integer::doubleValue).toArray());
			Fields.put(json, "values", curve.values().stream().mapToDouble(Double::doubleValue).toArray());
			curves.add(json);
		}
		final JsonObject json = new JsonObject();
		json.addProperty("learner", provenance.learner());
		json.add("settings", settings);
		json.addProperty("seed", provenance.seed());
		json.addProperty("source", provenance.source());
		json.addProperty("complete", provenance.complete());
		json.add("curves", curves);
		return json;
	}

	private static Provenance provenance(final Fields fields) throws ModelFormatException {
		final List<LearningCurve> curves = new ArrayList<>();
		for (final Fields curve : fields.objects("curves"))
			curves.add(curve.build(f -> new LearningCurve(f.text("quantity"), Arrays.stream(f.doubles("steps")).mapToObj(step -> (int) step).toList(),
				Arrays.stream(f.doubles("values")).boxed().toList())));
		return new Provenance(fields.text("learner"), fields.object("settings").texts(), fields.longInteger("seed"), fields.text("source"), curves, fields.flag("complete"));
	}
}
