package io.github.sparsej.learn.ksvd;

import java.util.Optional;
import java.util.stream.IntStream;

import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.SymmetricEigen;

/**
 * The leading right singular vector of E, u x m, as published (Aharon, Elad &amp; Bruckstein 2006, section IV): the eigenvector of
 * the largest eigenvalue of E'E, m x m, or where fewer signals than pixels use the atom, E'v of that of EE', u x u. All
 * eigenvectors are computed (float64). A power iteration to convergence has no bound where the two largest singular values are
 * nearly the same, as they often are of the few users of a rare atom, and would save little: with thousands of users the Gram matrix takes
 * twice as long as its eigenvectors.
 * <p>
 * Atoms of zero mean: the same of E less the mean of each row, which is exact. Nonnegative atoms or coefficients have no closed
 * form: alternation (see {@link PowerSteps}) from the singular vector, from its opposite, each without its negative values (Aharon, Elad
 * &amp; Bruckstein 2005), and from the atom as it is; the best of the three, so that ||E - g d'||_F never rises.
 */
record LeadingPair(AtomConstraint constraint) implements AtomFit {

	/** Steps of an alternation at most, since the next sweep goes on, and the growth of what is explained, relative, below which it has arrived. */
	private static final int MOST_STEPS = 20;
	private static final double ARRIVED = 1e-6;
	/** Rows of E whose Gram matrices are formed one by one, and how many of these before they are added: a bound on the memory. */
	private static final int ROWS = 256, AT_ONCE = 16;

	/** Gram matrices, with those that an eigendecomposition has beside them, and the rows they are of, twice. */
	static long bytesNeeded(final int length) {
		return (AT_ONCE + 4L) * Double.BYTES * length * length + 2L * AT_ONCE * ROWS * Double.BYTES * length;
	}

	@Override
	public Optional<double[]> fit(final AtomUsers users) {
		final double[] leading = users.count() < users.length() ? ofFew(users) : ofMany(users);
		if (!constraint.nonnegative() && !users.nonnegative()) return constraint.project(leading) ? Optional.of(leading) : Optional.empty();
		final double[] opposite = leading.clone();
		for (int j = 0; j < opposite.length; j++) opposite[j] = -opposite[j];
		double[] best = null;
		double most = 0;
		for (final double[] start : new double[][] { users.atom(), leading, opposite }) {
			final double explained = constraint.project(start) ? alternate(start, users) : 0;
			if (explained <= most) continue;
			most = explained;
			best = start;
		}
		return Optional.ofNullable(best);
	}

	/** Alternates from an atom, which is modified, and returns what it explains in the end. */
	private double alternate(final double[] atom, final AtomUsers users) {
		double explained = users.energy(PowerSteps.rounded(atom));
		for (int step = 0; step < MOST_STEPS; step++) {
			final double[] next = users.refitAndCombine(PowerSteps.rounded(atom));
			if (!constraint.project(next)) break;
			final double now = users.energy(PowerSteps.rounded(next));
			if (!(now > explained)) break;
			System.arraycopy(next, 0, atom, 0, atom.length);
			final boolean arrived = now - explained < ARRIVED * now;
			explained = now;
			if (arrived) break;
		}
		return explained;
	}

	private double[] ofMany(final AtomUsers users) {
		final int length = users.length();
		final double[] gram = new double[length * length];
		for (int first = 0; first < users.count(); first += ROWS * AT_ONCE) {
			final int from = first, count = Math.min(ROWS * AT_ONCE, users.count() - from);
			final double[][][] parts = new double[(count + ROWS - 1) / ROWS][][];
			users.parallel().forChunks(count, ROWS, (begin, end) -> {
				final double[][] errors = errors(users, from + begin, from + end);
				parts[begin / ROWS] = Gram.of(transposed(errors, length), errors, length, Parallel.SERIAL);
			});
			for (final double[][] part : parts) for (int i = 0; i < length; i++) for (int j = 0; j < length; j++) gram[i * length + j] += part[i][j];
		}
		return leading(length, gram);
	}

	private double[] ofFew(final AtomUsers users) {
		final int length = users.length(), count = users.count();
		final double[][] errors = errors(users, 0, count);
		final double[] rows = new double[count * length];
		for (int k = 0; k < count; k++) System.arraycopy(errors[k], 0, rows, k * length, length);
		final double[][] product = Gram.of(rows, Columns.of(rows, count, length, Parallel.SERIAL), count, Parallel.SERIAL);
		final double[] gram = new double[count * count];
		for (int k = 0; k < count; k++) System.arraycopy(product[k], 0, gram, k * count, count);
		final double[] left = leading(count, gram), atom = new double[length];
		for (int k = 0; k < count; k++) for (int j = 0; j < length; j++) atom[j] = Math.fma(left[k], errors[k][j], atom[j]);
		return atom;
	}

	/** The rows of E, or what they have beside their means where atoms have none. */
	private double[][] errors(final AtomUsers users, final int begin, final int end) {
		final double[][] errors = new double[end - begin][users.length()];
		for (int k = begin; k < end; k++) {
			users.error(k, errors[k - begin]);
			if (constraint.zeroMean()) AtomConstraint.center(errors[k - begin]);
		}
		return errors;
	}

	private static double[] transposed(final double[][] rows, final int length) {
		final double[] columns = new double[rows.length * length];
		for (int k = 0; k < rows.length; k++) for (int j = 0; j < length; j++) columns[j * rows.length + k] = rows[k][j];
		return columns;
	}

	/** Zeros for a matrix of zeros: nothing leads. */
	private static double[] leading(final int size, final double[] gram) {
		final SymmetricEigen eigen = SymmetricEigen.of(size, gram);
		if (!(eigen.values()[0] > 0)) return new double[size];
		final double[] vectors = eigen.vectors();
		return IntStream.range(0, size).mapToDouble(i -> vectors[i * size]).toArray();
	}
}
