package io.github.sparsej.convolve.learn;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.Rebuilt;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/** Convolutional matching pursuit by its definition in float64, all correlations anew at every step: for a fixed number of steps, signed. */
record NaiveEncoder(int steps) implements ConvolutionalEncoder {

	@Override
	public PreparedConvolutionalEncoder prepare(final Dictionary dictionary, final float[] mask, final double[] gains) {
		return new Prepared(dictionary, steps, mask, gains);
	}

	private record Prepared(Dictionary dictionary, int steps, float[] mask, double[] gains) implements PreparedConvolutionalEncoder {

		@Override
		public List<CodedImage> encode(final List<Volume> images, final Progress progress) {
			return images.stream().map(image -> encode(image, progress)).toList();
		}

		@Override
		public long bytesNeeded(final int width, final int height) {
			return 0;
		}

		@Override
		public CodedImage encode(final Volume image, final Progress progress) {
			PlacedAtoms code = PlacedAtoms.none(dictionary.atomCount());
			while (code.count() < steps) {
				if (!progress.report((double) code.count() / steps, "Encoding")) return coded(image, code, StopReason.CANCELLED);
				code = withBest(image, code);
			}
			return coded(image, code, StopReason.MAX_NONZEROS);
		}

		private CodedImage coded(final Volume image, final PlacedAtoms code, final StopReason reason) {
			final Volume residual = Rebuilt.residual(image, code, dictionary);
			return new CodedImage(code, residual, reason, norm(image), norm(residual));
		}

		/** One entry more: the largest |gain score|, where the score is that of the masked atom and the image, less that of the whole atom and what is rebuilt. */
		private PlacedAtoms withBest(final Volume image, final PlacedAtoms code) {
			final PatchShape shape = dictionary.shape();
			final Volume rebuilt = Rebuilt.image(code, dictionary, image.width(), image.height());
			int atom = 0, atY = 0, atX = 0;
			double best = -1, coefficient = 0;
			for (int k = 0; k < dictionary.atomCount(); k++) {
				final float[] whole = dictionary.atom(k);
				for (int y = 0; y <= image.height() - shape.height(); y++)
					for (int x = 0; x <= image.width() - shape.width(); x++) {
						final double score = product(image, whole, mask, y, x) - product(rebuilt, whole, null, y, x);
						final double scaled = Math.abs(score) * (gains == null ? 1 : gains[k]);
						if (scaled <= best) continue;
						best = scaled;
						coefficient = score;
						atom = k;
						atY = y;
						atX = x;
					}
			}
			return with(code, atom, atY, atX, (float) coefficient);
		}

		private double product(final Volume image, final float[] atom, final float[] weights, final int y, final int x) {
			final PatchShape shape = dictionary.shape();
			double sum = 0;
			for (int j = 0; j < atom.length; j++) {
				final int u = j % shape.width(), v = j / shape.width() % shape.height(), c = j / shape.width() / shape.height();
				sum += (weights == null ? 1.0 : weights[j]) * atom[j] * image.plane(0, c)[(y + v) * image.width() + x + u];
			}
			return sum;
		}

		private static PlacedAtoms with(final PlacedAtoms code, final int atom, final int y, final int x, final float coefficient) {
			final int n = code.count();
			final int[] atoms = new int[n + 1], ys = new int[n + 1], xs = new int[n + 1];
			final float[] coefficients = new float[n + 1];
			Arrays.setAll(atoms, i -> i < n ? code.atom(i) : atom);
			Arrays.setAll(ys, i -> i < n ? code.y(i) : y);
			Arrays.setAll(xs, i -> i < n ? code.x(i) : x);
			for (int i = 0; i <= n; i++) coefficients[i] = i < n ? code.coefficient(i) : coefficient;
			return PlacedAtoms.of(code.atomCount(), atoms, ys, xs, coefficients);
		}

		private static double norm(final Volume image) {
			double sum = 0;
			for (int c = 0; c < image.channels(); c++) for (final float pixel : image.plane(0, c)) sum += (double) pixel * pixel;
			return Math.sqrt(sum);
		}
	}
}
