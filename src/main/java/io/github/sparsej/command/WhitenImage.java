package io.github.sparsej.command;

import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.ProgressBar;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.imagej.source.WhitenedImages;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Volume;
import io.github.sparsej.whiten.LocalContrastNormalization;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.ShlFilter;
import io.github.sparsej.whiten.ZcaFilter;

/** Whitens an image, slice by slice, or takes the whitening back. */
@Plugin(type = Command.class, headless = true, menuPath = SparseJCommand.MENU + "Whiten Image...", description = "Evens out the frequencies or the contrast of an image, or takes that back", initializer = SparseJCommand.PREPARE)
public final class WhitenImage extends SparseJCommand {

	@Parameter(label = "Image", required = false, description = "The image to work on; the active one unless named")
	private ImagePlus image;

	@Parameter(label = "Method", choices = { Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.LOCAL_CONTRAST, Keys.ZCA }, persist = false, description = "Olshausen-Field and SHL even out the spectrum; local contrast normalization the contrast; ZCA the covariance of patches")
	private String method = Keys.OLSHAUSEN_FIELD;

	@Parameter(label = "Cutoff (cycles/px)", min = "0", persist = false, description = "Olshausen-Field: frequency where the low-pass has fallen to 1/e")
	private Double cutoff = 0.4;

	@Parameter(label = "Exponent", min = "0", persist = false, description = "Olshausen-Field: amplitudes grow with this power of the frequency")
	private Double exponent = 1.0;

	@Parameter(label = "Steepness", min = "0", persist = false, description = "Olshausen-Field: of the low-pass")
	private Double steepness = 4.0;

	@Parameter(label = "Sigma (px)", min = "0", persist = false, description = "Local contrast normalization: of the Gaussian window")
	private Double sigma = 2.0;

	@Parameter(label = "Patch size (px)", min = "1", persist = false, description = "ZCA: of the patches whose covariance is taken; SHL: longest wavelength that passes")
	private Integer patchsize = 8;

	@Parameter(label = "Epsilon", min = "0", persist = false, description = "ZCA: added to every eigenvalue, as a share of the mean variance of a pixel")
	private Double epsilon = 0.1;

	@Parameter(label = "Inverse", persist = false, description = "Takes back the whitening that the image remembers")
	private Boolean inverse = false;

	@Parameter(label = "Scope", choices = { Keys.CURRENT_SLICE, Keys.ALL_SLICES }, persist = false, description = "The slice that is seen, or every slice by itself")
	private String scope = Keys.CURRENT_SLICE;

	@Parameter(label = "Color", choices = { Keys.LUMINANCE, Keys.SEPARATE }, persist = false, description = "Luminance of a color image or its current channel; or every channel by itself")
	private String color = Keys.LUMINANCE;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus whitened;

	@Override
	List<String> firstInputs() {
		return List.of("method", "cutoff", "sigma", "patchsize", "inverse", "scope", "color");
	}

	@Override
	void execute(final ProgressBar progress) {
		Check.image(image);
		checkKeys();
		final SourceSeries planes = FilterSource.planes(image, scope, color);
		if (!inverse) {
			whitened = WhitenedImages.filter(Titles.base(image) + "-whitened", planes, this::filter, progress);
			return;
		}
		if (!WhitenedImages.remembers(image)) {
			if (!method.equals(Keys.OLSHAUSEN_FIELD)) throw new IllegalArgumentException("inverse=true: " + image.getTitle() + " does not remember how it was whitened; only method=[" + Keys.OLSHAUSEN_FIELD + "] can be inverted by its keys alone");
			Notes.say(image.getTitle() + " does not remember how it was whitened: inverted by the keys given, to mean 0");
		}
		whitened = WhitenedImages.invert(Titles.without(image, "-whitened") + "-unwhitened", image, planes, () -> filter(planes.read(0)), progress);
	}

	@Override
	void checkKeys() {
		Check.flag("inverse", inverse);
		FilterSource.check(scope, color);
		Check.choice("method", method, Keys.OLSHAUSEN_FIELD, Keys.SHL, Keys.LOCAL_CONTRAST, Keys.ZCA);
		Check.range("cutoff", cutoff, 0.001, 10);
		Check.range("exponent", exponent, 0, 10);
		Check.range("steepness", steepness, 0.1, 100);
		Check.range("sigma", sigma, 0.1, Keys.WIDEST_SIGMA);
		Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		Check.range("epsilon", epsilon, 1e-12, 1e6);
	}

	private ImageFilter filter(final Volume plane) {
		return switch (method) {
			case Keys.SHL -> ShlFilter.forPatches(patchsize);
			case Keys.LOCAL_CONTRAST -> LocalContrastNormalization.ofSigma(sigma);
			case Keys.ZCA -> ZcaFilter.fit(plane.plane(0, 0), plane.width(), plane.height(), patchsize, epsilon);
			default -> new OlshausenField(cutoff, exponent, steepness);
		};
	}
}
