package io.github.sparsej.convolve.pursuit;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/**
 * Convolutional matching pursuit as it is defined: all correlations of an image in one array, and at every step a look at all of them.
 * In float32, each number by the same operations as those of the fast one, so that these must be the same bits.
 */
final class PlainPursuit {

	/** A step, and the squared norm of the residual after it. */
	record Step(int atom, int y, int x, float coefficient, double energy) {}

	private final PatchShape shape;
	private final float[][] atoms;
	private final float[][] compared;
	private final int rows;
	private final int columns;
	private final int width;
	private final float[][] residual;
	/** C_k(y, x) at [k][y][x]. */
	final float[][][] correlations;

	/** @param mask on atoms where they are compared; null for none */
	PlainPursuit(final Volume image, final Dictionary dictionary, final float[] mask) {
		shape = dictionary.shape();
		width = image.width();
		rows = image.height() - shape.height() + 1;
		columns = image.width() - shape.width() + 1;
		atoms = new float[dictionary.atomCount()][];
		compared = new float[atoms.length][];
		for (int k = 0; k < atoms.length; k++) {
			atoms[k] = dictionary.atom(k);
			compared[k] = atoms[k].clone();
			if (mask != null) for (int j = 0; j < mask.length; j++) compared[k][j] *= mask[j];
		}
		residual = new float[image.channels()][];
		for (int c = 0; c < residual.length; c++) residual[c] = image.plane(0, c).clone();
		correlations = correlate();
	}

	/** Of what the residual is now. */
	private float[][][] correlate() {
		final float[][][] all = new float[atoms.length][rows][columns];
		for (int k = 0; k < atoms.length; k++)
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++) {
					float sum = 0;
					for (int j = 0; j < shape.length(); j++) sum = Math.fma(compared[k][j], residual[channel(j)][(y + row(j)) * width + x + column(j)], sum);
					all[k][y][x] = sum;
				}
		return all;
	}

	private int channel(final int j) {
		return j / (shape.width() * shape.height());
	}

	private int row(final int j) {
		return j / shape.width() % shape.height();
	}

	private int column(final int j) {
		return j % shape.width();
	}

	/** G_sk(dy, dx). */
	private float product(final int s, final int k, final int dy, final int dx) {
		float sum = 0;
		for (int j = 0; j < shape.length(); j++) {
			final int y = row(j) + dy, x = column(j) + dx;
			if (y >= 0 && y < shape.height() && x >= 0 && x < shape.width()) sum = Math.fma(atoms[s][(channel(j) * shape.height() + y) * shape.width() + x], atoms[k][j], sum);
		}
		return sum;
	}

	List<Step> run(final int steps, final boolean nonnegative, final double[] gains, final double relaxation) {
		final List<Step> done = new ArrayList<>();
		for (int i = 0; i < steps; i++) done.add(step(nonnegative, gains, relaxation));
		return done;
	}

	private Step step(final boolean nonnegative, final double[] gains, final double relaxation) {
		int atom = 0, top = 0, left = 0;
		float most = 0;
		for (int k = 0; k < atoms.length; k++)
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++) {
					final float weighed = gains == null ? correlations[k][y][x] : (float) gains[k] * correlations[k][y][x], score = nonnegative ? weighed : Math.abs(weighed);
					if (score > most) {
						most = score;
						atom = k;
						top = y;
						left = x;
					}
				}
		double norm = 0;
		for (final float value : atoms[atom]) norm += (double) value * value;
		final float coefficient = (float) (relaxation * (correlations[atom][top][left] / (float) norm));
		for (int k = 0; k < atoms.length; k++)
			for (int y = Math.max(0, top - shape.height() + 1); y < Math.min(rows, top + shape.height()); y++)
				for (int x = Math.max(0, left - shape.width() + 1); x < Math.min(columns, left + shape.width()); x++)
					correlations[k][y][x] = Math.fma(-coefficient, product(atom, k, y - top, x - left), correlations[k][y][x]);
		for (int j = 0; j < shape.length(); j++) {
			final int at = (top + row(j)) * width + left + column(j);
			residual[channel(j)][at] = Math.fma(-coefficient, atoms[atom][j], residual[channel(j)][at]);
		}
		return new Step(atom, top, left, coefficient, energy());
	}

	private double energy() {
		double sum = 0;
		for (final float[] plane : residual) for (final float value : plane) sum += (double) value * value;
		return sum;
	}

	/** The largest |correlation| (nonnegative: the largest) of an image with an atom. */
	static double largest(final Volume image, final Dictionary dictionary, final boolean nonnegative) {
		double most = 0;
		for (final float[][] map : new PlainPursuit(image, dictionary, null).correlations) for (final float[] row : map) for (final float c : row) most = Math.max(most, nonnegative ? c : Math.abs(c));
		return most;
	}
}
