package io.github.sparsej.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

import com.google.gson.JsonObject;

import io.github.sparsej.encode.l1.Penalty;

/**
 * Options as JSON objects: of a record each component is a field of its name, so that components of stored options cannot be
 * renamed without a new format version. Components are numbers, flags, enum constants, records and penalties. A flag that a
 * file does not have is false: flags come to options later, for what they did not do before. Numbers that came later are
 * named with what stands for what was done before.
 */
final class Records {

	private Records() {}

	static void write(final Record value, final JsonObject json) {
		for (final RecordComponent component : value.getClass().getRecordComponents()) put(json, component.getName(), get(component, value));
	}

	private static Object get(final RecordComponent component, final Record value) {
		try {
			return component.getAccessor().invoke(value);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void put(final JsonObject json, final String name, final Object value) {
		if (value instanceof Number number) json.addProperty(name, number);
		else if (value instanceof Boolean flag) json.addProperty(name, flag);
		else if (value instanceof Enum<?> constant) json.addProperty(name, constant.name());
		else if (value instanceof Record || value instanceof Penalty) {
			final JsonObject inner = new JsonObject();
			if (value instanceof Record record) write(record, inner);
			else write((Penalty) value, inner);
			json.add(name, inner);
		}
		else throw new IllegalArgumentException("a model file cannot hold " + name + " of " + value);
	}

	private static void write(final Penalty penalty, final JsonObject json) {
		json.addProperty("lambda", penalty.lambda());
		json.addProperty("mixing", penalty.mixing());
		json.addProperty("nonnegative", penalty.isNonnegative());
		if (penalty.isWeighted()) Fields.put(json, "weights", penalty.weights());
	}

	static <R extends Record> Fields.Reader<R> reader(final Class<R> type) {
		return reader(type, Map.of());
	}

	/** @param absent numbers that files of before do not have, by their names */
	static <R extends Record> Fields.Reader<R> reader(final Class<R> type, final Map<String, Double> absent) {
		return fields -> read(type, absent, fields);
	}

	/** @throws IllegalArgumentException if the record refuses its values */
	private static <R extends Record> R read(final Class<R> type, final Map<String, Double> absent, final Fields fields) throws ModelFormatException {
		final RecordComponent[] components = type.getRecordComponents();
		final Object[] values = new Object[components.length];
		for (int i = 0; i < values.length; i++) values[i] = absent.containsKey(components[i].getName()) && !fields.has(components[i].getName()) ? absent.get(components[i].getName()) : read(components[i], fields);
		try {
			final Constructor<R> constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return constructor.newInstance(values);
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof IllegalArgumentException refused) throw refused;
			throw new IllegalStateException(e);
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Object read(final RecordComponent component, final Fields fields) throws ModelFormatException {
		final String name = component.getName();
		final Class<?> type = component.getType();
		if (type == int.class) return fields.integer(name);
		if (type == double.class) return fields.number(name);
		if (type == boolean.class) return fields.has(name) && fields.flag(name);
		if (type.isEnum()) return constant(name, type, fields);
		if (type == Penalty.class) return fields.object(name).build(Records::penalty);
		return fields.object(name).build(inner -> read(type.asSubclass(Record.class), Map.of(), inner));
	}

	@SuppressWarnings({ "unchecked", "rawtypes" }) // the class is that of an enum
	private static Object constant(final String name, final Class<?> type, final Fields fields) throws ModelFormatException {
		return fields.constant(name, (Class) type);
	}

	private static Penalty penalty(final Fields f) throws ModelFormatException {
		final double[] weights = f.has("weights") ? f.doubles("weights") : new double[0];
		return Penalty.elasticNet(f.number("lambda"), f.number("mixing")).nonnegative(f.flag("nonnegative")).weighted(weights);
	}
}
