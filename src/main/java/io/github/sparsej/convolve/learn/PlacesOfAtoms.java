package io.github.sparsej.convolve.learn;

import java.util.List;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/**
 * Coded images seen from the atoms: the places of atom k, in the order of the images, are entries {@code start[k]} to
 * {@code start[k + 1] - 1}, one a place. So each atom's gradient is a sum of its own, in an order no thread can change.
 */
final class PlacesOfAtoms {

	private final List<CodedImage> coded;
	private final int[] start;
	private final int[] image;
	private final int[] y;
	private final int[] x;
	private final float[] coefficient;

	PlacesOfAtoms(final List<CodedImage> coded, final int atomCount) {
		this.coded = coded;
		final List<PlacedAtoms> codes = coded.stream().map(c -> c.atoms().merged()).toList();
		final int size = codes.stream().mapToInt(PlacedAtoms::count).sum();
		start = new int[atomCount + 1];
		image = new int[size];
		y = new int[size];
		x = new int[size];
		coefficient = new float[size];
		for (final PlacedAtoms code : codes) for (int i = 0; i < code.count(); i++) start[code.atom(i) + 1]++;
		for (int k = 0; k < atomCount; k++) start[k + 1] += start[k];
		final int[] next = start.clone();
		for (int n = 0; n < codes.size(); n++) {
			final PlacedAtoms code = codes.get(n);
			for (int i = 0; i < code.count(); i++) {
				final int to = next[code.atom(i)]++;
				image[to] = n;
				y[to] = code.y(i);
				x[to] = code.x(i);
				coefficient[to] = code.coefficient(i);
			}
		}
	}

	/**
	 * Adds the residuals at an atom's places, each times its coefficient.
	 *
	 * @param sum of as many values as the shape has; modified
	 * @return the sum of squared coefficients
	 */
	double addResiduals(final int atom, final PatchShape shape, final double[] sum) {
		double energy = 0;
		for (int e = start[atom]; e < start[atom + 1]; e++) {
			add(coefficient[e], coded.get(image[e]).residual(), y[e], x[e], shape, sum);
			energy += (double) coefficient[e] * coefficient[e];
		}
		return energy;
	}

	private static void add(final double factor, final Volume residual, final int y, final int x, final PatchShape shape, final double[] sum) {
		int j = 0;
		for (int c = 0; c < shape.channels(); c++) {
			final float[] plane = residual.plane(0, c);
			for (int v = 0, at = y * residual.width() + x; v < shape.height(); v++, at += residual.width())
				for (int u = 0; u < shape.width(); u++, j++) sum[j] += factor * plane[at + u];
		}
	}
}
