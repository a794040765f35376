package io.github.sparsej;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.analyze.sparsification.SparsificationOptions;
import io.github.sparsej.autoencoder.energy.EnergyOptions;
import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.autoencoder.error.TangentPropagation;
import io.github.sparsej.autoencoder.relu.ReluOptions;
import io.github.sparsej.autoencoder.sigmoid.SigmoidOptions;
import io.github.sparsej.autoencoder.tied.TiedOptions;
import io.github.sparsej.convolve.learn.ConvolutionalHomeostasis;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.LocallyGreedyDescentOptions;
import io.github.sparsej.convolve.pursuit.LocallyGreedyPursuitOptions;
import io.github.sparsej.convolve.pursuit.Scale;
import io.github.sparsej.convolve.readout.ReadoutOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.convolve.window.BorderTaper;
import io.github.sparsej.convolve.window.PublishedBorderWindow;
import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.encode.greedy.OrmpOptions;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.LarsOptions;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.threshold.IterativeHardThresholdingOptions;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.TopKOptions;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.closedform.ClosedFormOptions;
import io.github.sparsej.learn.closedform.Objective;
import io.github.sparsej.learn.closedform.SourceUpdate;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.ksvd.KsvdOptions;
import io.github.sparsej.learn.masked.MaskedKsvdOptions;
import io.github.sparsej.learn.mod.ModOptions;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.patch.RandomCrop;
import io.github.sparsej.restore.denoise.DenoiseMethod;
import io.github.sparsej.restore.denoise.DenoiseOptions;
import io.github.sparsej.restore.denoise.DictionarySettings;
import io.github.sparsej.restore.inpaint.InpaintOptions;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;
import io.github.sparsej.whiten.LocalContrastNormalization;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.RangeNormalization;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.ShlFilter;
import io.github.sparsej.whiten.WhiteningChain;

/** What all records of options keep to: NaN, infinite and absurdly small numbers and parts that are missing are refused, and the message says what was given. */
class OptionsTest {

	private static final PatchShape SHAPE = PatchShape.square(4);
	private static final OmpOptions CODING = new OmpOptions(3, 0);
	private static final NoHomeostasis FAIR = new NoHomeostasis(0);
	private static final OnlineOptions ONLINE = new OnlineOptions(5, 6, 7, CODING, FAIR, 1);
	private static final ConvolutionalPursuitOptions PLACED = new ConvolutionalPursuitOptions(4);
	private static final ConvolutionalOptions CONVOLUTIONAL = new ConvolutionalOptions(5, SHAPE, 6, PLACED, 1);

	/** Numbers that may be any, so that nothing is checked. */
	private static final Set<String> ANY = Set.of("seed", "dataSeed");
	/** Infinite to have nothing done: no atoms are alike, or no step is short enough to end at. */
	private static final Set<String> MAY_BE_INFINITE = Set.of("coherence", "gradientTolerance", "decreaseTolerance");
	/** Null for nothing to record; and lists and the like, which the JDK refuses in its own words. */
	private static final Set<String> UNCHECKED = Set.of("recording", "following", "readout");

	static Stream<Record> options() {
		return Stream.of(new HebbianOptions(5, 6, 7, 0.1, 0.9, 0.99, 1e-8, CODING, FAIR, 8, 1), ONLINE, new ModOptions(5, 6, CODING, FAIR, 1), new KsvdOptions(5, 6, CODING, 1), new MaskedKsvdOptions(5, 6, 3, 0.1, 1),
			new ClosedFormOptions(5, 6, new Objective(0.1, 0.2), SourceUpdate.values()[0], 1), new Objective(0.1, 0.2), new HomeostasisParameters(0.1, 2, 3, 4), new Recording(2, 3),
			new ModelSettings(SHAPE, 9, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.none(), ModelSettings.Start.PATCHES, ONLINE, 1, 0),
			new EnergyOptions(5, 1, 2, 3, 0.1, 4, EnergyOptions.DEFAULT.variant(), 1), new TiedOptions(5, 6, 1e-9, 1), SigmoidOptions.ofUnits(5, 1), new ReluOptions(5, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 8, 9, 10, 1),
			new GaussianError(2, 0.1), new NoisyLabels(0.1), new TangentPropagation(0.1, SHAPE),
			CONVOLUTIONAL, PLACED, new LocallyGreedyPursuitOptions(0.1, false), new LocallyGreedyDescentOptions(0.1, Scale.ABSOLUTE, false, 0.1, 2, false), new ConvolutionalHomeostasis(0.1, 2),
			AtomMask.STANDARD, new BorderTaper(2, 3), new PublishedBorderWindow(0.5, 2), Pooling.NONE, new LayerOptions(CONVOLUTIONAL, Rectification.BOTH, Pooling.NONE),
			new ConvolutionalSettings(PLACED, AtomMask.NONE, Rectification.BOTH, Pooling.NONE, List.of(), Optional.empty()), ReadoutOptions.STANDARD,
			CODING, new OrmpOptions(3, 0, false), new MatchingPursuitOptions(3, 0, Selection.SIGNED), Convergence.DEFAULT, new CoordinateDescentOptions(Penalty.lasso(0.1), Convergence.DEFAULT),
			new ProximalGradientOptions(ProximalGradientOptions.Method.FISTA, Penalty.lasso(0.1), Convergence.DEFAULT), new LassoLarsOptions(Penalty.lasso(0.1)), new LarsOptions(3, false), new TopKOptions(3, false),
			new ThresholdOptions(ThresholdOptions.Rule.SOFT, 0.1, false), new LcaOptions(0.1, LcaOptions.Threshold.SOFT, false), new IterativeHardThresholdingOptions(3, false, 0.1, 2), new EnergyWeights(1, 2),
			new DenoiseOptions(1, 2, 3, 4), new DictionarySettings(DenoiseMethod.KSVD, SHAPE, 5, 6, 7, 1), new InpaintOptions(1, 2, 0.1), new GaussianNoise(1), new PoissonGaussianNoise(1, 2, 3),
			OlshausenField.STANDARD, new ShlFilter(OlshausenField.STANDARD, 4), LocalContrastNormalization.STANDARD, new ScalarCentering(1), new RangeNormalization(1), new WhiteningChain(PatchCentering.INSTANCE, PatchCentering.INSTANCE), PatchSamplerOptions.uniform(5, 1), new RandomCrop(3),
			new LbfgsOptions(3, 4, 0.1, 0.2), SparsificationOptions.DEFAULT);
	}

	@ParameterizedTest
	@MethodSource("options")
	void nothingWrongGetsIn(final Record options) throws ReflectiveOperationException {
		final RecordComponent[] components = options.getClass().getRecordComponents();
		for (int i = 0; i < components.length; i++) {
			final String name = components[i].getName();
			final Class<?> type = components[i].getType();
			if (type == double.class) {
				refuses(options, i, Double.NaN, "NaN");
				if (!MAY_BE_INFINITE.contains(name)) refuses(options, i, Double.POSITIVE_INFINITY, "Infinity");
				refuses(options, i, Double.NEGATIVE_INFINITY, "-Infinity");
			}
			else if (type == int.class) refuses(options, i, Integer.MIN_VALUE, Integer.toString(Integer.MIN_VALUE));
			else if (type == long.class && !ANY.contains(name)) refuses(options, i, Long.MIN_VALUE, Long.toString(Long.MIN_VALUE));
			else if (!type.isPrimitive() && !UNCHECKED.contains(name)) refuses(options, i, null, "");
		}
		assertThat(with(options, -1, null)).isEqualTo(options);
	}

	private static void refuses(final Record options, final int component, final Object wrong, final String said) {
		assertThatIllegalArgumentException().as("%s of %s: %s", options.getClass().getRecordComponents()[component].getName(), options.getClass().getSimpleName(), wrong)
			.isThrownBy(() -> with(options, component, wrong)).withMessageContaining(said);
	}

	/** The record made again, with another value in one place; with none in any for -1. */
	private static Record with(final Record options, final int component, final Object other) throws ReflectiveOperationException {
		final RecordComponent[] components = options.getClass().getRecordComponents();
		final Constructor<? extends Record> constructor = options.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		final Object[] values = new Object[components.length];
		for (int i = 0; i < values.length; i++) values[i] = i == component ? other : components[i].getAccessor().invoke(options);
		try {
			return constructor.newInstance(values);
		}
		catch (final InvocationTargetException e) {
			if (e.getCause() instanceof RuntimeException refused) throw refused;
			throw e;
		}
	}

	@Test
	void everyRecordIsLookedAtOnce() {
		assertThat(options().map(Record::getClass)).doesNotHaveDuplicates();
	}
}
