package io.github.sparsej.encode.l1;

import java.util.Arrays;

import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;

/**
 * The exact codes of an energy auto-encoder of given weights: per signal x
 * <pre>
 * min over z of dataLambda / 2 |x - D'z|^2 + encoderLambda / 2 |z - E x|^2 + |z|_1
 * </pre>
 * D and E with one row per unit (p x m). That is a lasso of longer signals (sqrt(dataLambda) x, sqrt(encoderLambda) E x) and atoms
 * (sqrt(dataLambda) d_i, sqrt(encoderLambda) e_i), e_i the unit vectors, of norms n_i; in atoms of norm 1 the coefficients are n_i z_i and their
 * weights 1 / n_i, and {@link CoordinateDescent} solves it. All of it is strictly convex: there is one solution. Immutable and
 * thread-safe.
 */
public final class EnergyEncoder implements PreparedEncoder {

	/** Signals that are made longer at a time by one thread. */
	private static final int CHUNK = 96;

	private final int length;
	private final float signalScale;
	/** E, times the root of its lambda, as columns. */
	private final float[][] encoderColumns;
	private final PreparedEncoder lasso;
	/** From coefficients of the lasso to those of the codes, |d_i| / n_i. */
	private final double[] scale;
	private final Parallel parallel;

	/**
	 * @param decoder       D, p rows of m values, of any norm; not modified
	 * @param encoder       E, p rows of m values; not modified
	 * @param dataLambda    weight of the reconstruction, positive and finite
	 * @param encoderLambda weight of the encoder, positive and finite
	 * @param stop          when a code is good enough, as of the longer signals
	 * @throws IllegalArgumentException if a weight is not positive and finite
	 */
	public EnergyEncoder(final double[][] decoder, final double[][] encoder, final double dataLambda, final double encoderLambda, final Convergence stop, final Parallel parallel) {
		Require.positive("dataLambda", dataLambda);
		Require.positive("encoderLambda", encoderLambda);
		final int units = decoder.length;
		length = decoder[0].length;
		signalScale = (float) Math.sqrt(dataLambda);
		encoderColumns = new float[length][units];
		for (int j = 0; j < length; j++) for (int i = 0; i < units; i++) encoderColumns[j][i] = (float) (Math.sqrt(encoderLambda) * encoder[i][j]);
		scale = new double[units];
		final double[] weights = new double[units];
		final float[][] atoms = new float[units][length + units];
		for (int i = 0; i < units; i++) {
			final double energy = Arrays.stream(decoder[i]).map(value -> value * value).sum(), norm = Math.sqrt(dataLambda * energy + encoderLambda);
			for (int j = 0; j < length; j++) atoms[i][j] = (float) (Math.sqrt(dataLambda) * decoder[i][j] / norm);
			atoms[i][length + i] = (float) (Math.sqrt(encoderLambda) / norm);
			weights[i] = 1 / norm;
			scale[i] = Math.sqrt(energy) / norm;
		}
		lasso = new CoordinateDescent(new CoordinateDescentOptions(Penalty.lasso(1).weighted(weights), stop), parallel).prepare(Dictionary.ofUnitAtoms(new PatchShape(length + units, 1, 1, 1), atoms));
		this.parallel = parallel;
	}

	/** @return coefficients |d_i| z_i, those of atoms d_i / |d_i|, so that codes x atoms = D'z; none of a d_i that is 0 */
	@Override
	public SparseCodes encode(final Signals signals, final Progress progress) {
		if (signals.length() != length) throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be encoded in atoms of length " + length);
		return scaled(lasso.encode(longer(signals), progress));
	}

	private Signals longer(final Signals signals) {
		final Signals longer = Signals.zeros(signals.count(), length + scale.length);
		parallel.forChunks(signals.count(), CHUNK, (begin, end) -> {
			final float[][] products = new float[end - begin][scale.length];
			FloatProduct.best().multiply(signals.values(), signals.offset(begin), length, end - begin, length, encoderColumns, scale.length, products);
			for (int row = begin; row < end; row++) {
				final int to = longer.offset(row);
				for (int j = 0; j < length; j++) longer.values()[to + j] = signalScale * signals.value(row, j);
				System.arraycopy(products[row - begin], 0, longer.values(), to + length, scale.length);
			}
		});
		return longer;
	}

	private SparseCodes scaled(final SparseCodes codes) {
		final SparseCodesBuilder scaled = new SparseCodesBuilder(scale.length, codes.count());
		final int[] atoms = new int[scale.length];
		final float[] coefficients = new float[scale.length];
		for (int row = 0; row < codes.count(); row++) {
			int size = 0;
			for (int k = codes.start(row); k < codes.start(row + 1); k++) {
				final float coefficient = (float) (codes.coefficient(k) * scale[codes.atom(k)]);
				if (coefficient == 0) continue;
				atoms[size] = codes.atom(k);
				coefficients[size++] = coefficient;
			}
			scaled.append(atoms, coefficients, 0, size, codes.stopReason(row));
		}
		return scaled.build();
	}
}
