package io.github.sparsej.learn.closedform;

import java.util.Arrays;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * Atoms and sources of given signals, which are made better by turns: {@link #updateAtoms} by the closed form, {@link #updateSources}
 * by one of its ways. J never rises, to the bit: what rounding would make worse is not taken. Sources within 1e-12 of 0 become 0, so
 * that no sign is that of rounding. Modified, hence for one thread at a time; parallel inside, with the same bits on any number of
 * threads.
 */
final class Alternation {

	private static final int SIGNALS_PER_CHUNK = 32;
	private static final double ZERO = 1e-12;
	/** Share of the work of {@link #updateAtoms} until its sums are there. */
	private static final double STATISTICS = 0.7;

	private final Objective objective;
	private final boolean zeroMean;
	private final Parallel parallel;
	private final double[][] x;
	private double[][] atoms;
	private final double[][] sources;
	private double[] squaredResiduals;
	private final double[] absolutes;
	private Objective.Value value;

	/**
	 * @param zeroMean whether atoms have zero mean; those to begin with must have it
	 * @param x        N signals, one per row; not modified
	 * @param atoms    h atoms of any length to begin with, one per row; not modified
	 * @param sources  N sources to begin with, of h values; modified
	 */
	Alternation(final Objective objective, final boolean zeroMean, final double[][] x, final double[][] atoms, final double[][] sources, final Parallel parallel) {
		this.objective = objective;
		this.zeroMean = zeroMean;
		this.parallel = parallel;
		this.x = x;
		this.atoms = atoms;
		this.sources = sources;
		squaredResiduals = new double[x.length];
		writeSquaredResiduals(atoms, squaredResiduals, Progress.NONE);
		absolutes = Arrays.stream(sources).mapToDouble(Alternation::absolute).toArray();
		value = objective.value(squaredResiduals, absolutes, atoms);
	}

	/** Takes the atoms that are best for the sources; false, with nothing changed, if the progress asked to stop. */
	boolean updateAtoms(final Progress progress) {
		final SourceStatistics statistics = new SourceStatistics(atoms.length, x[0].length);
		if (!statistics.add(x, sources, progress.part(0, STATISTICS), parallel)) return false;
		final double[][] better = new DictionaryStep(objective.eta(), zeroMean, parallel).atoms(statistics);
		final double[] squared = new double[x.length];
		if (!writeSquaredResiduals(better, squared, progress.part(STATISTICS, 1))) return false;
		final Objective.Value then = objective.value(squared, absolutes, better);
		if (!(then.total() <= value.total())) return true;
		atoms = better;
		squaredResiduals = squared;
		value = then;
		return true;
	}

	/** Takes better sources for the atoms; false, with some sources changed and some not, if the progress asked to stop. */
	boolean updateSources(final SourceUpdate update, final Progress progress) {
		final SourceStep step = update.step(atoms, objective.lambda(), parallel);
		final boolean done = parallel.forChunks(x.length, SIGNALS_PER_CHUNK, progress, "", (begin, end) -> {
			final double[][] better = step.sources(x, sources, begin, end);
			for (int i = begin; i < end; i++) takeIfBetter(i, better[i - begin]);
		});
		value = objective.value(squaredResiduals, absolutes, atoms);
		return done;
	}

	private void takeIfBetter(final int signal, final double[] source) {
		for (int j = 0; j < source.length; j++) if (Math.abs(source[j]) <= ZERO) source[j] = 0;
		final double squared = squaredResidual(x[signal], source, atoms), absolute = absolute(source);
		if (!(objective.ofSignal(squared, absolute) <= objective.ofSignal(squaredResiduals[signal], absolutes[signal]))) return;
		sources[signal] = source;
		squaredResiduals[signal] = squared;
		absolutes[signal] = absolute;
	}

	private boolean writeSquaredResiduals(final double[][] of, final double[] to, final Progress progress) {
		return parallel.forChunks(x.length, SIGNALS_PER_CHUNK, progress, "", (begin, end) -> {
			for (int i = begin; i < end; i++) to[i] = squaredResidual(x[i], sources[i], of);
		});
	}

	private static double squaredResidual(final double[] signal, final double[] source, final double[][] atoms) {
		final double[] residual = signal.clone();
		for (int i = 0; i < source.length; i++) if (source[i] != 0) RowMatrices.add(-source[i], atoms[i], residual, residual.length);
		double sum = 0;
		for (final double value : residual) sum = Math.fma(value, value, sum);
		return sum;
	}

	private static double absolute(final double[] source) {
		double sum = 0;
		for (final double value : source) sum += Math.abs(value);
		return sum;
	}

	Objective.Value value() {
		return value;
	}

	/** W, one atom per row: not a copy, not to be written to. */
	double[][] atoms() {
		return atoms;
	}

	/** One row per signal: not a copy, not to be written to. */
	double[][] sources() {
		return sources;
	}

	/** |x - W s|^2 of each signal: not a copy, not to be written to. */
	double[] squaredResiduals() {
		return squaredResiduals;
	}

	/** Sources that are not 0, of all signals. */
	long nonzeros() {
		return Arrays.stream(uses()).asLongStream().sum();
	}

	/** How many signals use each atom. */
	int[] uses() {
		final int[] uses = new int[atoms.length];
		for (final double[] source : sources) for (int j = 0; j < uses.length; j++) if (source[j] != 0) uses[j]++;
		return uses;
	}
}
