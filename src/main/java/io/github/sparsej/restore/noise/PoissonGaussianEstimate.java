package io.github.sparsej.restore.noise;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import io.github.sparsej.model.Volume;

/**
 * Gain, offset and read noise of a camera from one image it took, or several slices: a robust line through variance over mean of
 * flat patches (the model is that of Foi, Trimeche, Katkovnik &amp; Egiazarian, IEEE TIP 17, 2008; the points are measured as in
 * Colom &amp; Buades, IPOL 3, 2013: {@link NoiseLevel}).
 * <p>
 * An image shows only the line, variance = cameraGain * mean + b with b = readNoise^2 - cameraGain * offset: two numbers for three. What is
 * not known is taken to be nothing unless the image says otherwise, by more than three standard errors:
 * <ul>
 * <li>an unknown offset is 0, unless b then differs from what it can be: then the offset is where the line meets the read noise's variance;</li>
 * <li>an unknown read noise is 0, unless the variance at the offset is above 0, or the slope of the line is sure anyway and that variance not below 0.</li>
 * </ul>
 * Where an image has hardly a range of means (a few hundred pixels of nearly the same brightness), gain and b may both be wrong, but not the
 * variance at the brightness that there is. Pixels that the camera clipped at its largest value are left out; those that it clipped at
 * black are not (counts of no photon look the same).
 * <p>
 * The stabilizing transform, which depends on gain and b alone, is as good where offset and read noise cannot be told apart.
 */
public final class PoissonGaussianEstimate {

	/** Standard errors from which on a number is believed not to be 0. */
	private static final double SIGNIFICANT = 3;
	/** Two points always lie on a line. */
	private static final int LEAST_POINTS = 3;

	private PoissonGaussianEstimate() {}

	/**
	 * The noise of one channel over all its slices.
	 *
	 * @param channel from 0
	 * @param known   kept as it is
	 * @throws IllegalArgumentException if the image is constant, smaller than 8 x 8 px, without finite patches, equally bright everywhere
	 *                                  (so that gain and read noise cannot be told apart), or its noise does not grow with brightness
	 */
	public static PoissonGaussianNoise estimate(final Volume image, final int channel, final KnownCamera known) {
		if (known.isComplete()) return new PoissonGaussianNoise(known.gain().getAsDouble(), known.offset().getAsDouble(), known.readNoise().getAsDouble());
		final List<NoiseCurve.Point> points = NoiseCurve.of(image, channel);
		if (known.gain().isEmpty() && (known.offset().isEmpty() || known.readNoise().isEmpty())) checkRange(points);
		final double offset = known.offset().orElseGet(() -> offset(points, known));
		return atOffset(points, known, offset);
	}

	/** Where the line meets the variance of reading out, if that is not 0 as well. */
	private static double offset(final List<NoiseCurve.Point> points, final KnownCamera known) {
		final VarianceLine line = VarianceLine.fit(points, 0, known.gain(), OptionalDouble.empty());
		final double reading = square(known.readNoise().orElse(0)), missing = reading - line.level();
		final boolean believed = known.readNoise().isPresent() ? Math.abs(missing) > SIGNIFICANT * line.levelError() : missing > SIGNIFICANT * line.levelError();
		return believed && line.slope() > 0 ? missing / line.slope() : 0;
	}

	private static PoissonGaussianNoise atOffset(final List<NoiseCurve.Point> points, final KnownCamera known, final double offset) {
		final OptionalDouble reading = known.readNoise().isPresent() ? OptionalDouble.of(square(known.readNoise().getAsDouble())) : OptionalDouble.empty();
		VarianceLine line = VarianceLine.fit(points, offset, known.gain(), reading);
		if (reading.isEmpty() && !isBelieved(line)) line = VarianceLine.fit(points, offset, known.gain(), OptionalDouble.of(0));
		if (!(line.slope() > 0))
			throw new IllegalArgumentException(String.format(Locale.ROOT, "the camera's gain cannot be estimated: the noise does not grow with brightness (variance %.4g per grey value from %.4g on); treat it as Gaussian, or give the gain",
				line.slope(), offset));
		return new PoissonGaussianNoise(line.slope(), offset, known.readNoise().orElse(Math.sqrt(line.level())));
	}

	/** Where the slope is not sure, a level that is not sure either would take from it what photons explain. */
	private static boolean isBelieved(final VarianceLine line) {
		return line.level() > SIGNIFICANT * line.levelError() || line.level() > 0 && line.slope() > SIGNIFICANT * line.slopeError();
	}

	/** Means that differ by less than a patch's mean does by chance are one mean. */
	private static void checkRange(final List<NoiseCurve.Point> points) {
		final double darkest = points.stream().mapToDouble(NoiseCurve.Point::mean).min().orElseThrow(), brightest = points.stream().mapToDouble(NoiseCurve.Point::mean).max().orElseThrow();
		final double variance = points.stream().mapToDouble(NoiseCurve.Point::variance).average().orElseThrow();
		if (points.size() < LEAST_POINTS || brightest - darkest < Math.sqrt(variance) / PatchSpectrum.SIDE)
			throw new IllegalArgumentException(String.format(Locale.ROOT, "the camera's gain cannot be estimated: the image is too small or equally bright everywhere (means of %.4g to %.4g in %d classes); give two of gain, offset and read noise, or treat the noise as Gaussian",
				darkest, brightest, points.size()));
	}

	private static double square(final double value) {
		return value * value;
	}
}
