package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.hebbian.HebbianLearner;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.start.OneOverF;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.DiskMask;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.whiten.Centering;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.ScalarCentering;
import io.github.sparsej.whiten.WhiteningChain;
import io.github.sparsej.whiten.ZcaWhitening;

class ModelLearningTest {

	private static final PatchShape SHAPE = PatchShape.square(6);

	private static ModelSettings settings(final PatchShape shape, final ImageFilter filter, final WhiteningFit whitening, final Start start) {
		final HebbianOptions learner = new HebbianOptions(20, 12, 100, 0.02, 0.9, 0.99, 1e-8, new MatchingPursuitOptions(4, 0, Selection.RECTIFIED), new LogRatioHomeostasis(0.05), 20, 11);
		return new ModelSettings(shape, 500, PatchSelection.HIGH_CONTRAST, filter, whitening, start, learner);
	}

	private static Volume image(final PatchShape shape) {
		return OneOverF.noise(shape, new SplittableRandom(77));
	}

	@Test
	void makesACompleteModel() {
		final ModelSettings settings = settings(SHAPE, OlshausenField.STANDARD, WhiteningFit.zca(Centering.PATCH, 1e-3), Start.ONE_OVER_F);
		final LearnedModel learned = new ModelLearning(settings, Parallel.of(2)).learn(image(SHAPE), "noise", Progress.NONE);
		assertThat(learned.model().filter()).isSameAs(OlshausenField.STANDARD);
		assertThat(learned.model().whitening()).isInstanceOf(ZcaWhitening.class);
		assertThat(learned.model().dictionary().atomCount()).isEqualTo(20);
		assertThat(learned.model().shape()).isEqualTo(SHAPE);
		assertThat(learned.model().encoder()).isEqualTo(settings.learner().encoder());
		assertThat(learned.model().homeostasis().method()).isEqualTo("HAP");
		assertThat(learned.model().homeostasis().isNeutral()).isFalse();
		assertThat(learned.refusedPlaces()).isZero();
		final Provenance provenance = learned.model().provenance();
		assertThat(provenance.learner()).isEqualTo(HebbianLearner.NAME);
		assertThat(provenance.seed()).isEqualTo(11);
		assertThat(provenance.source()).isEqualTo("noise");
		assertThat(provenance.complete()).isTrue();
		assertThat(provenance.curves().get(0).values()).hasSize(12);
		assertThat(provenance.settings()).containsEntry("patch", "6 x 6").containsEntry("patches", "500").containsEntry("filter", "Olshausen-Field")
			.containsEntry("whitening", "ZCA").containsEntry("atoms", "20").containsEntry("homeostasis", "HAP");
	}

	@Test
	void sameSeedGivesTheSameBitsOnAnyNumberOfThreadsForEveryStart() {
		for (final Start start : List.of(Start.ONE_OVER_F, Start.WHITE_NOISE, Start.PATCHES, Start.DCT)) {
			final ModelSettings settings = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.patchMeans(), start);
			final float[] one = new ModelLearning(settings, Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model().dictionary().toArray();
			assertThat(new ModelLearning(settings, Parallel.of(8)).learn(image(SHAPE), "", Progress.NONE).model().dictionary().toArray()).isEqualTo(one);
		}
	}

	@Test
	void theSeedChoosesThePatchesToo() {
		final ModelSettings settings = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.zca(Centering.PATCH, 1e-3), Start.WHITE_NOISE);
		final HebbianOptions o = (HebbianOptions) settings.learner();
		final HebbianOptions other = new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), 12);
		assertThat(zcaMatrix(settings)).isEqualTo(zcaMatrix(settings));
		assertThat(zcaMatrix(new ModelSettings(SHAPE, 500, settings.selection(), settings.filter(), settings.whitening(), settings.start(), other))).isNotEqualTo(zcaMatrix(settings));
	}

	@Test
	void runsOfOtherSeedsLearnFromTheSamePreparedPatches() {
		final ModelSettings settings = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.zca(Centering.PATCH, 1e-3), Start.PATCHES);
		final HebbianOptions o = (HebbianOptions) settings.learner();
		final HebbianOptions other = new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), 12);
		assertThat(zcaMatrix(settings.withLearner(other))).as("the patches stay").isEqualTo(zcaMatrix(settings));
		final ModelLearning learning = new ModelLearning(settings, Parallel.of(2));
		final PreparedData data = learning.prepare(List.of(image(SHAPE)), Collections.singletonList(null), Progress.NONE);
		final float[] signals = data.signals().values().clone();
		final SparseModel first = learning.learn(data, o, "", Progress.NONE).model(), second = learning.learn(data, other, "", Progress.NONE).model();
		assertThat(data.signals().values()).isEqualTo(signals);
		assertThat(second.dictionary().toArray()).isNotEqualTo(first.dictionary().toArray());
		assertThat(second.provenance().seed()).isEqualTo(12);
		assertThat(second.dictionary().toArray()).isEqualTo(new ModelLearning(settings.withLearner(other), Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model().dictionary().toArray());
		assertThat(first.dictionary().toArray()).isEqualTo(new ModelLearning(settings, Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model().dictionary().toArray());
	}

	private static double[] zcaMatrix(final ModelSettings settings) {
		return ((ZcaWhitening) new ModelLearning(settings, Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model().whitening()).matrix();
	}

	@Test
	void aCropIsAllThatIsSeenOfAnImage() {
		final float[] pixels = new float[64 * 64];
		for (int i = 0; i < pixels.length; i++) pixels[i] = i;
		final ModelSettings settings = settings(PatchShape.square(2), NoFilter.INSTANCE, WhiteningFit.none(), Start.PATCHES).withCrop(8);
		final PreparedData data = new ModelLearning(settings, Parallel.SERIAL).prepare(List.of(Volume.plane(64, 64, pixels)), Collections.singletonList(null), Progress.NONE);
		float left = 64, right = 0, top = 64, bottom = 0;
		for (final float value : data.signals().values()) {
			left = Math.min(left, value % 64);
			right = Math.max(right, value % 64);
			top = Math.min(top, (int) value / 64);
			bottom = Math.max(bottom, (int) value / 64);
		}
		assertThat(right - left).isEqualTo(7);
		assertThat(bottom - top).isEqualTo(7);
		assertThatThrownBy(() -> new ModelLearning(settings, Parallel.SERIAL).prepare(List.of(Volume.plane(64, 64, pixels)), List.of(new RegionMask(64, 64, new boolean[4096])), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("crop of 8 px", "selection");
		assertThatThrownBy(() -> settings.withCrop(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
	}

	@Test
	void theSeedOfTheDataChoosesTheCrop() {
		final float[] pixels = new float[64 * 64];
		for (int i = 0; i < pixels.length; i++) pixels[i] = i;
		final Set<Float> corners = new HashSet<>();
		for (int seed = 0; seed < 5; seed++) {
			final ModelSettings s = settings(PatchShape.square(2), NoFilter.INSTANCE, WhiteningFit.none(), Start.PATCHES);
			final ModelSettings settings = new ModelSettings(s.shape(), 500, s.selection(), s.filter(), s.whitening(), s.start(), s.learner(), seed, 8);
			float corner = Float.POSITIVE_INFINITY;
			for (final float value : new ModelLearning(settings, Parallel.SERIAL).prepare(List.of(Volume.plane(64, 64, pixels)), Collections.singletonList(null), Progress.NONE).signals().values()) corner = Math.min(corner, value);
			corners.add(corner);
		}
		assertThat(corners).hasSizeGreaterThan(2);
	}

	@Test
	void whatADiscCutsOffIsZeroInEveryAtomWhateverTheStart() {
		final DiskMask disc = new DiskMask(SHAPE);
		for (final Start start : List.of(Start.ONE_OVER_F, Start.WHITE_NOISE, Start.PATCHES, Start.DCT)) {
			final SparseModel model = new ModelLearning(settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.scalarMean().then(disc), start), Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model();
			final float[] atoms = model.dictionary().toArray();
			for (int j = 0; j < atoms.length; j++) assertThat(atoms[j] == 0).as("%s, value %d", start, j).isEqualTo(!disc.keeps(j % 36));
			assertThat(model.whitening()).isEqualTo(new WhiteningChain(((WhiteningChain) model.whitening()).first(), disc));
		}
	}

	@Test
	void theOneMeanOfAllPatchesIsKeptInTheModel() {
		final ModelSettings settings = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.scalarMean(), Start.PATCHES);
		final PreparedData data = new ModelLearning(settings, Parallel.SERIAL).prepare(List.of(image(SHAPE)), Collections.singletonList(null), Progress.NONE);
		double sum = 0;
		for (final float value : data.signals().values()) sum += value;
		assertThat(sum / data.signals().values().length).isCloseTo(0, within(1e-6));
		assertThat(((ScalarCentering) data.whitening()).mean()).isNotZero();
	}

	@Test
	void learningGoesOnFromAModel() {
		final ModelSettings settings = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.zca(Centering.PATCH, 1e-3), Start.PATCHES);
		final ModelLearning learning = new ModelLearning(settings, Parallel.SERIAL);
		final SparseModel before = learning.learn(image(SHAPE), "", Progress.NONE).model();
		final Start goOn = Start.given("model", InitialDictionaries.given(before.dictionary(), LearnedState.of(before)));
		final HebbianOptions o = (HebbianOptions) settings.learner();
		final HebbianOptions none = new HebbianOptions(o.atoms(), 0, o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed());
		final SparseModel same = new ModelLearning(settings(SHAPE, before.filter(), WhiteningFit.given(before.whitening()), goOn).withLearner(none), Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model();
		assertThat(same.dictionary().toArray()).containsExactly(before.dictionary().toArray(), within(1e-7f));
		assertThat(same.homeostasis().gains()).containsExactly(before.homeostasis().gains());
		assertThat(same.homeostasis().activity()).containsExactly(before.homeostasis().activity());
		assertThat(same.whitening()).isSameAs(before.whitening());
		assertThat(same.provenance().settings()).containsEntry("start", "model");
		final SparseModel after = new ModelLearning(settings(SHAPE, before.filter(), WhiteningFit.given(before.whitening()), goOn), Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE).model();
		assertThat(after.provenance().curves().get(0).values().get(0)).as("the first batch is coded better than by new atoms").isLessThan(before.provenance().curves().get(0).values().get(0));
		assertThat(after.homeostasis().activity()).isNotEqualTo(before.homeostasis().activity());
	}

	@Test
	void learnsFromStacksAndChannels() {
		final PatchShape shape = new PatchShape(4, 3, 2, 2);
		final LearnedModel learned = new ModelLearning(settings(shape, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.ONE_OVER_F), Parallel.SERIAL).learn(image(shape), "", Progress.NONE);
		assertThat(learned.model().shape()).isEqualTo(shape);
	}

	@Test
	void patchesWithBrokenPixelsAreLeftOutAndCounted() {
		final Volume image = image(SHAPE);
		final float[] pixels = image.plane(0, 0).clone();
		pixels[100 * 256 + 100] = Float.NaN;
		final LearnedModel learned = new ModelLearning(settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.PATCHES), Parallel.SERIAL)
			.learn(Volume.plane(256, 256, pixels), "", Progress.NONE);
		assertThat(learned.refusedPlaces()).isEqualTo(36);
	}

	@Test
	void learnsInsideTheRegionOnly() {
		final float[] pixels = image(SHAPE).plane(0, 0).clone();
		final boolean[] inside = new boolean[pixels.length];
		for (int i = 0; i < pixels.length; i++) if (i % 256 >= 128) pixels[i] = Float.NaN;
		for (int i = 0; i < pixels.length; i++) inside[i] = i % 256 < 128;
		final LearnedModel learned = new ModelLearning(settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.PATCHES), Parallel.SERIAL)
			.learn(List.of(Volume.plane(256, 256, pixels)), List.of(new RegionMask(256, 256, inside)), "", Progress.NONE);
		assertThat(learned.refusedPlaces()).isZero();
	}

	/** Before there is anything to keep: between any two images, slices and pieces of the patches. */
	@Test
	void preparingCanBeStoppedAtEveryReport() {
		final PatchShape deep = new PatchShape(6, 6, 2, 1);
		final ModelSettings s = settings(deep, OlshausenField.STANDARD, WhiteningFit.zca(Centering.PATCH, 1e-3).then(new DiskMask(deep)), Start.PATCHES);
		final ModelSettings settings = new ModelSettings(deep, 3000, s.selection(), s.filter(), s.whitening(), s.start(), s.learner(), 5, 40);
		final List<Volume> images = List.of(image(deep), image(deep), image(deep));
		final List<RegionMask> everywhere = Collections.nCopies(3, null);
		final List<String> said = new ArrayList<>();
		final List<Double> fractions = new ArrayList<>();
		new ModelLearning(settings, Parallel.SERIAL).prepare(images, everywhere, (fraction, what) -> said.add(what) && fractions.add(fraction));
		assertThat(fractions).isSorted().allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
		assertThat(said.stream().filter("Filtering images"::equals)).hasSize(9); // three images of two slices
		assertThat(said.stream().filter("Whitening patches"::equals)).hasSizeGreaterThan(12); // covariance of 12 blocks, then three pieces
		for (int stop = 0; stop < said.size(); stop++) {
			final int last = stop;
			final int[] asked = { 0 };
			assertThatThrownBy(() -> new ModelLearning(settings, Parallel.SERIAL).prepare(images, everywhere, (fraction, what) -> asked[0]++ < last)).isInstanceOf(CancellationException.class);
			assertThat(asked[0]).isEqualTo(stop + 1);
		}
	}

	@Test
	void patchesWhitenedInPiecesAreThoseWhitenedAtOnce() {
		final ModelSettings s = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.zca(Centering.FEATURE, 1e-3).then(new DiskMask(SHAPE)), Start.PATCHES);
		final ModelSettings settings = new ModelSettings(SHAPE, 2500, s.selection(), s.filter(), s.whitening(), s.start(), s.learner(), 5, 0);
		final PreparedData data = new ModelLearning(settings, Parallel.SERIAL).prepare(List.of(image(SHAPE)), Collections.singletonList(null), Progress.NONE);
		final Signals patches = new PatchSampler(SHAPE, PatchSamplerOptions.highContrast(2500, 5)).sample(image(SHAPE)).patches();
		assertThat(data.signals().values()).isEqualTo(data.whitening().apply(patches).values());
	}

	@Test
	void stoppingLeavesAModelThatSaysSo() {
		final LearnedModel learned = new ModelLearning(settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.ONE_OVER_F), Parallel.SERIAL)
			.learn(image(SHAPE), "", (fraction, what) -> fraction < 0.4);
		assertThat(learned.model().provenance().complete()).isFalse();
		assertThat(learned.model().provenance().curves().get(0).values().size()).isBetween(1, 11);
	}

	@Test
	void theModelKeepsTheRecordsThatTheSameRunHasAgain() {
		final ModelSettings s = settings(SHAPE, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.ONE_OVER_F);
		final ModelSettings recording = new ModelSettings(SHAPE, s.patches(), s.selection(), s.filter(), s.whitening(), s.start(), ((HebbianOptions) s.learner()).withRecording(new Recording(5, 100)));
		final LearnedModel learned = new ModelLearning(recording, Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE);
		assertThat(learned.model().provenance().curves()).isEqualTo(learned.result().reproducibleCurves()).extracting(LearningCurve::quantity).contains("error", "MC").doesNotContain("seconds");
		assertThat(learned.model().provenance().settings()).containsEntry("batches per record", "5").containsEntry("signals per record", "100");
		assertThat(learned.result().curves()).extracting(LearningCurve::quantity).contains("seconds");
		assertThat(learned.result().atomRecords()).isNotEmpty();
		final LearnedModel without = new ModelLearning(s, Parallel.SERIAL).learn(image(SHAPE), "", Progress.NONE);
		assertThat(learned.model().dictionary().toArray()).isEqualTo(without.model().dictionary().toArray());
		assertThat(without.model().provenance().settings()).doesNotContainKey("batches per record");
		assertThat(recording.bytesNeeded()).isEqualTo(s.bytesNeeded() + 2 * 4 * (100 * 36 + 20 * 20) + 20 * 20 * 2 + 3 * 24 * 20 * 3);
	}

	@Test
	void refusesAnImageWithoutStructure() {
		final float[] constant = new float[100 * 100];
		Arrays.fill(constant, 42);
		assertThatThrownBy(() -> new ModelLearning(settings(SHAPE, OlshausenField.STANDARD, WhiteningFit.none(), Start.PATCHES), Parallel.SERIAL)
			.learn(Volume.plane(100, 100, constant), "", Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no structure").hasMessageContaining("42");
	}
}
