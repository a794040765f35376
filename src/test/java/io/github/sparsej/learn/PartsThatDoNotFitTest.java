package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.hebbian.HebbianLearner;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.masked.MaskedKsvd;
import io.github.sparsej.learn.masked.MaskedKsvdOptions;
import io.github.sparsej.learn.mod.ModLearner;
import io.github.sparsej.learn.mod.ModOptions;
import io.github.sparsej.learn.online.OnlineLearner;
import io.github.sparsej.learn.online.OnlineOptions;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.SufficientStatistics;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.ImageCode;
import io.github.sparsej.restore.ImageDecoder;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;

/** What was learned of other atoms, and codes of other patches, are refused, naming both: nothing else would notice, and the result be nonsense. */
class PartsThatDoNotFitTest {

	private static final PatchShape SHAPE = PatchShape.square(3);
	private static final OmpOptions CODING = new OmpOptions(2, 0);
	private static final NoHomeostasis FAIR = new NoHomeostasis(0);
	private static final Dictionary SIX = InitialDictionaries.whiteNoise(SHAPE).create(6, null, new SplittableRandom(1));
	private static final InitialDictionary OF_SIX = (atoms, signals, random) -> SIX;
	private static final Signals SIGNALS = signals(9), LONGER = signals(10);

	private static Signals signals(final int length) {
		final SplittableRandom random = new SplittableRandom(2);
		final Signals signals = Signals.zeros(40, length);
		for (int j = 0; j < signals.values().length; j++) signals.values()[j] = (float) random.nextGaussian();
		return signals;
	}

	private static HomeostasisState neutral(final int atoms) {
		return HomeostasisState.neutral(HomeostasisState.NONE, atoms);
	}

	private static void refused(final ThrowingCallable call, final String... said) {
		final var thrown = assertThatIllegalArgumentException().isThrownBy(call);
		for (final String part : said) thrown.withMessageContaining(part);
	}

	@Test
	void learningGoesOnWithWhatBelongsToItsAtoms() {
		refused(() -> new HebbianLearner(new HebbianOptions(6, 1, 5, 0.1, 0, 0, 1, CODING, FAIR, 8, 1), OF_SIX, neutral(7), Parallel.SERIAL).learn(SIGNALS, Progress.NONE), "6 atoms", "homeostasis of 7");
		refused(() -> new ModLearner(new ModOptions(6, 1, CODING, FAIR, 1), OF_SIX, neutral(7), Parallel.SERIAL).learn(SIGNALS, Progress.NONE), "6 atoms", "homeostasis of 7");
		for (final int[] other : new int[][] { { 7, 9 }, { 6, 8 } })
			refused(() -> new OnlineLearner(new OnlineOptions(6, 1, 5, CODING, FAIR, 1), OF_SIX, new LearnedState(neutral(other[0]), SufficientStatistics.none(other[0], other[1])), Parallel.SERIAL).learn(SIGNALS, Progress.NONE),
				"6 atoms of 9 values", "statistics of " + other[0] + " of " + other[1]);
		refused(() -> new LearnedState(neutral(7), SufficientStatistics.none(6, 9)), "homeostasis of 7 atoms", "statistics of 6");
	}

	@Test
	void atomsToBeginWithAreOfTheSignalsLength() {
		refused(() -> new MaskedKsvd(new MaskedKsvdOptions(6, 1, 2, 0, 1), OF_SIX, Parallel.SERIAL).learn(LONGER, Progress.NONE), "length 10", "length 9");
		refused(() -> new HebbianLearner(new HebbianOptions(7, 1, 5, 0.1, 0, 0, 1, CODING, FAIR, 8, 1), OF_SIX, Parallel.SERIAL).learn(SIGNALS, Progress.NONE), "7", "6");
	}

	@Test
	void placedAtomsBeginAsTheOptionsSay() {
		final ConvolutionalOptions options = new ConvolutionalOptions(6, SHAPE, 1, new ConvolutionalPursuitOptions(2), 1);
		refused(() -> new ConvolutionalLearner(options, InitialDictionaries.whiteNoise(SHAPE).create(5, null, new SplittableRandom(1)), neutral(5), Parallel.SERIAL), "6 atoms of 3 x 3", "5 of 3 x 3");
		refused(() -> new ConvolutionalLearner(options, InitialDictionaries.whiteNoise(PatchShape.square(4)).create(6, null, new SplittableRandom(1)), neutral(6), Parallel.SERIAL), "6 atoms of 3 x 3", "6 of 4 x 4");
		refused(() -> new ConvolutionalLearner(options, SIX, neutral(5), Parallel.SERIAL), "6 atoms", "homeostasis of 5");
	}

	@Test
	void aLayerIsOfOneNumberOfAtoms() {
		refused(() -> new Layer(SIX, new ConvolutionalPursuitOptions(2), AtomMask.NONE, neutral(5), Rectification.BOTH, Pooling.NONE), "6 atoms", "got 5");
		refused(() -> new ConvolutionalNetwork(List.of(), List.of(), Optional.empty(), Provenance.UNKNOWN), "at least 1 layer");
	}

	/** Atoms that one array cannot hold are refused before there is one. */
	@Test
	void moreAtomsThanAnArrayHoldsAreNotBegun() {
		refused(() -> InitialDictionaries.whiteNoise(PatchShape.square(64)).create(1 << 20, null, new SplittableRandom(1)), "1048576 atoms of 4096 values are too many", "at most 524287");
	}

	@Test
	void aModelIsOfOneNumberOfAtoms() {
		refused(() -> model(neutral(7), SufficientStatistics.none(6, 9)), "6 atoms", "got 7");
		refused(() -> model(neutral(6), SufficientStatistics.none(7, 9)), "6 atoms of 9 values", "got 7 of 9");
		refused(() -> model(neutral(6), SufficientStatistics.none(6, 8)), "6 atoms of 9 values", "got 6 of 8");
	}

	private static SparseModel model(final HomeostasisState homeostasis, final SufficientStatistics statistics) {
		return new SparseModel(NoFilter.INSTANCE, NoWhitening.INSTANCE, SIX, CODING, homeostasis, statistics, Provenance.UNKNOWN);
	}

	@Test
	void anImageIsDecodedWithItsOwnAtoms() {
		final PatchGrid grid = PatchGrid.covering(4, 3, 1, SHAPE, 1);
		refused(() -> new ImageCode(grid, new SparseCodesBuilder(6, 3).build(), new float[0], true), "2 patches", "got 3 and 0");
		refused(() -> new ImageCode(grid, new SparseCodesBuilder(6, 2).build(), new float[1], true), "2 patches", "got 2 and 1");
		final ImageDecoder decoder = new ImageDecoder(model(neutral(6), SufficientStatistics.none(6, 9)), Parallel.SERIAL);
		refused(() -> decoder.decode(new ImageCode(grid, new SparseCodesBuilder(7, 2).build(), new float[0], true), Progress.NONE), "7 atoms", "dictionary of 6");
		refused(() -> decoder.decode(new ImageCode(PatchGrid.covering(4, 4, 1, PatchShape.square(4), 1), new SparseCodesBuilder(6, 1).build(), new float[0], true), Progress.NONE), "4 x 4", "3 x 3");
		final Optional<Volume> decoded = decoder.decode(new ImageCode(grid, new SparseCodesBuilder(6, 2).build(), new float[] { 2, 4 }, true), Progress.NONE);
		assertThat(decoded.orElseThrow().plane(0, 0)).containsExactly(2, 3, 3, 4, 2, 3, 3, 4, 2, 3, 3, 4);
	}

	@Test
	void residualsAreOfTheirOwnCodesAndAtoms() {
		refused(() -> Residuals.norms(SIGNALS, new SparseCodesBuilder(6, 39).build(), SIX, Parallel.SERIAL), "40 signals", "got 39");
		refused(() -> Residuals.norms(SIGNALS, new SparseCodesBuilder(7, 40).build(), SIX, Parallel.SERIAL), "7 atoms", "6 atoms of length 9");
		refused(() -> Residuals.norms(LONGER, new SparseCodesBuilder(6, 40).build(), SIX, Parallel.SERIAL), "length 10", "6 atoms of length 9");
	}

	@Test
	void aMaskIsOfItsSignals() {
		final SignalMask mask = SignalMask.of(40, 9, (row, j) -> j > 0);
		refused(() -> mask.fill(LONGER), "40 signals of length 9", "40 of length 10");
		refused(() -> mask.fill(Signals.zeros(39, 9)), "40 signals of length 9", "39 of length 9");
		refused(() -> SignalMask.of(-1, 9, (row, j) -> true), "got -1 of 9");
		refused(() -> SignalMask.of(1, 0, (row, j) -> true), "got 1 of 0");
	}

	/** All values alike but for the last bit: the message tells between which they are. */
	@Test
	void roundingIsNoStructure() {
		final Signals signals = Signals.zeros(3, 2);
		Arrays.fill(signals.values(), 1000);
		refused(() -> Structure.require(signals), "all values of the 3 signals are 1000.0");
		signals.values()[3] = Math.nextUp(1000f);
		refused(() -> Structure.require(signals), "between 1000.0 and 1000.00006");
		signals.values()[3] = Float.NEGATIVE_INFINITY;
		refused(() -> Structure.require(signals), "signal 2 holds the value -Infinity");
		signals.values()[3] = Float.NaN;
		refused(() -> Structure.require(signals), "signal 2 holds the value NaN");
	}
}
