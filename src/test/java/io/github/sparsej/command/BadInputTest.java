package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.sparsej.testing.HeadlessImageJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not do ends in one message that names it, and changes nothing. */
class BadInputTest {

	private static final String SETTING = "newImage('source', '32-bit noise', 40, 30, 1);\n"
		+ "run('Learn Dictionary...', 'patchsize=4 atoms=16 patches=500 initial=DCT iterations=0 curves=false');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static String error(final String macro) {
		final String result = HeadlessImageJ.macro(macro + "\nreturn 'no error';");
		assertThat(result).startsWith("[error] ");
		return result.substring("[error] ".length());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Whiten Image...", "Local Contrast Normalization...", "Learn Convolutional Dictionary...", "Encode Convolutional...", "Reconstruct Convolutional...", "Train Read-out...", "Sample Patches...", "Learn Dictionary...", "Sparse Autoencoder...", "Energy Autoencoder...", "Encode Image...", "Compare Encoders...", "Compare Homeostasis...", "Scan Parameter...", "Reconstruct Image...", "Sparse Denoise...", "Inpaint Image...", "Show Residuals...", "Compare with Reference...", "Dictionary Mosaic", "Dictionary Statistics...", "Save Dictionary..." })
	void noImageIsOneClearMessage(final String label) {
		assertThat(error("run('" + label + "');")).isEqualTo("There is no image open.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Whiten Image... | method=Fourier | method=[Fourier]: one of [Olshausen-Field, SHL, Local contrast normalization, ZCA] is needed",
		"Whiten Image... | cutoff=0 | cutoff=0.0: a number from 0.001 to 10 is needed",
		"Whiten Image... | cutoff=0,4 | cutoff=0,4: a number with a decimal point is needed",
		"Whiten Image... | cutoff=NaN | cutoff=NaN: a number from",
		"Whiten Image... | method=SHL inverse=true | does not remember how it was whitened",
		"Whiten Image... | inverse=yes | inverse=yes: true or false is needed",
		"Whiten Image... | method=ZCA patchsize=100 | 64",
		"Sample Patches... | patchsize=31 | 40 x 30",
		"Sample Patches... | patches=0 | patches=0: a whole number from 1 to",
		"Sample Patches... | patches=2.0 | patches=2.0: a whole number is needed",
		"Sample Patches... | color=Joint scope=Some | scope=[Some]: one of [Current slice, All slices] is needed",
		"Sample Patches... | show=Mosaic | show=[Mosaic]: one of [Stack, Row] is needed",
		"Learn Dictionary... | patchsize=1 | patchsize=1: a whole number from 2 to 256 is needed",
		"Learn Dictionary... | depth=2 | depth=2: source has 1 z slices",
		"Learn Dictionary... | atoms=-3 | atoms=-3: a whole number from 1 to",
		"Learn Dictionary... | learner=KSVD | learner=[KSVD]: one of [Hebbian, Online, K-SVD, MOD, Closed forms] is needed",
		"Learn Dictionary... | learner=K-SVD every=3 | learner=[K-SVD]: records over time are made by learners Hebbian and Online alone",
		"Learn Dictionary... | learner=K-SVD exact=perhaps | exact=perhaps: true or false is needed",
		"Learn Dictionary... | learner=K-SVD zeromean=true nonnegative=true | zeromean=true: atoms of nonnegative=true have no zero mean",
		"Learn Dictionary... | learner=Online forgetting=-1 | forgetting=-1.0: a number from 0 to",
		"Learn Dictionary... | learner=[Closed forms] lambda=0 | lambda=0.0: a positive number is needed",
		"Learn Dictionary... | learner=[Closed forms] ridge=0 | ridge=0.0: a positive number is needed",
		"Learn Dictionary... | learner=[Closed forms] sources=Best | sources=[Best]: one of [Lasso, Relaxed] is needed",
		"Learn Dictionary... | learner=[Closed forms] nonnegative=true | nonnegative=true: there is no closed form of nonnegative atoms",
		"Compare Homeostasis... | learner=K-SVD | learner=[K-SVD]: records over time are made by learners Hebbian and Online alone",
		"Learn Dictionary... | eta=-1 | eta=-1.0: a number from",
		"Learn Dictionary... | betaone=1 | betaone=1.0: a number from 0 to 0.999999 is needed",
		"Learn Dictionary... | preset=Notebook | preset=[Notebook]: one of [None, Notebook 2018, Paper 2019] is needed",
		"Learn Dictionary... | folder=[/no/such/folder] | folder=[/no/such/folder]: there is no such folder",
		"Learn Dictionary... | crop=-1 | crop=-1: a whole number from 0 to",
		"Learn Dictionary... | crop=32 | an image of 40 x 30 pixels is smaller than a crop of 32 x 32",
		"Learn Dictionary... | scalarmean=true whitening=ZCA | scalarmean=true: ZCA takes the mean of every patch away",
		"Learn Dictionary... | disk=yes | disk=yes: true or false is needed",
		"Learn Dictionary... | homeostasis=Fair | homeostasis=[Fair]: one of [None, ",
		"Learn Dictionary... | etahomeo=2 | etahomeo=2.0: a number from 0 to 1 is needed",
		"Learn Dictionary... | alphahomeo=0 | alphahomeo=0.0: a positive number is needed",
		"Learn Dictionary... | quantiles=1 | quantiles=1: a whole number from 2 to",
		"Learn Dictionary... | scale=-3 | scale=-3.0: a positive number is needed",
		"Learn Dictionary... | encoder=[As learned] | encoder=[As learned]: one of [Matching pursuit, ",
		"Learn Dictionary... | nonzeros=0 | nonzeros=0: a whole number from 1 to",
		"Learn Dictionary... | tolerance=-1 | tolerance=-1.0: a number of 0 or more is needed",
		"Learn Dictionary... | encoder=FISTA lambda=0 | lambda=0.0: a positive number is needed",
		"Learn Dictionary... | encoder=[Elastic net] mixing=2 | mixing=2.0: a number from 0.001 to 1 is needed",
		"Learn Dictionary... | nonnegative=true signed=true | signed=true: with nonnegative=true coefficients have no sign",
		"Learn Dictionary... | nonnegative=true encoder=[Order recursive matching pursuit] | encoder=[Order recursive matching pursuit]: with nonnegative=true an encoder of nonnegative codes is needed",
		"Learn Dictionary... | epsilon=0 | epsilon=0.0: a positive number is needed",
		"Learn Dictionary... | initial=Random | initial=[Random]: one of [1/f, White noise, Patches, DCT, Stack] is needed",
		"Learn Dictionary... | initial=Stack start=lost | start=[lost]: no image of this title is open",
		"Learn Dictionary... | start=lost | start=[lost]: no image of this title is open",
		"Learn Dictionary... | start=source | start=[source]: there is no model stored with it to go on from; to begin with its slices as atoms, add initial=Stack",
		"Learn Dictionary... | patches=200000000 | MB of memory",
		"Learn Dictionary... | initial=Patches atoms=4000 patches=100 | only 100 different patches with structure for 4000 atoms",
		"Energy Autoencoder... | atoms=0 | atoms=0: a whole number from 1 to",
		"Energy Autoencoder... | patchsize=4 atoms=71 | atoms=71: there must be as many patches at least, and there are 70; use fewer atoms",
		"Energy Autoencoder... | patches=20 patchsize=4 atoms=21 | atoms=21: there must be as many patches at least, and there are 20",
		"Energy Autoencoder... | patchsize=1 | patchsize=1: a whole number from 2 to 256 is needed",
		"Energy Autoencoder... | patchsize=31 | 40 x 30",
		"Energy Autoencoder... | patches=-1 | patches=-1: a whole number from 0 to",
		"Energy Autoencoder... | patches=200000000 | MB of memory",
		"Energy Autoencoder... | datalambda=0 | datalambda=0.0: a positive number is needed",
		"Energy Autoencoder... | encoderlambda=-1 | encoderlambda=-1.0: a positive number is needed",
		"Energy Autoencoder... | encoderlambda=NaN | encoderlambda=NaN: a positive number is needed",
		"Energy Autoencoder... | iterations=0 | iterations=0: a whole number from 1 to",
		"Energy Autoencoder... | tolerance=0 | tolerance=0.0: a number above 0 and below 1 is needed",
		"Energy Autoencoder... | tolerance=1 | tolerance=1.0: a number above 0 and below 1 is needed",
		"Energy Autoencoder... | tolerance=NaN | tolerance=NaN: a number above 0 and below 1 is needed",
		"Energy Autoencoder... | variant=Literal | variant=[Literal]: one of [Correct, As published] is needed",
		"Energy Autoencoder... | color=Red | color=[Red]: one of",
		"Energy Autoencoder... | seed=1.5 | seed=1.5: a whole number is needed",
		"Sparse Autoencoder... | kind=Sigmoid | kind=[Sigmoid]: one of [Sigmoid KL, ReLU, Tied linear] is needed",
		"Sparse Autoencoder... | patchsize=1 | patchsize=1: a whole number from 2 to 256 is needed, or 0 for whole slices",
		"Sparse Autoencoder... | patchsize=31 | 40 x 30",
		"Sparse Autoencoder... | patches=0 | patches=0: a whole number from 1 to",
		"Sparse Autoencoder... | patches=200000000 | MB of memory",
		"Sparse Autoencoder... | hidden=0 | hidden=0: a whole number from 1 to 10000, the number of patches, is needed",
		"Sparse Autoencoder... | hidden=101 patches=100 | hidden=101: a whole number from 1 to 100, the number of patches, is needed",
		"Sparse Autoencoder... | patchsize=0 hidden=2 | hidden=2: a whole number from 1 to 1, the number of patches, is needed",
		"Sparse Autoencoder... | iterations=0 | iterations=0: a whole number from 1 to",
		"Sparse Autoencoder... | seed=1.5 | seed=1.5: a whole number is needed",
		"Sparse Autoencoder... | sparsity=0 | sparsity=0.0: a number above 0 and below 1 is needed",
		"Sparse Autoencoder... | sparsity=1 | sparsity=1.0: a number above 0 and below 1 is needed",
		"Sparse Autoencoder... | sparsity=NaN | sparsity=NaN: a number above 0 and below 1 is needed",
		"Sparse Autoencoder... | beta=-1 | beta=-1.0: a number of 0 or more is needed",
		"Sparse Autoencoder... | decay=-1 | decay=-1.0: a number of 0 or more is needed",
		"Sparse Autoencoder... | error=Absolute | error=[Absolute]: one of [Squared, Gaussian covariance, Noisy labels, Tangent] is needed",
		"Sparse Autoencoder... | error=[Gaussian covariance] turns=0 | turns=0: a whole number from 1 to",
		"Sparse Autoencoder... | error=[Noisy labels] flips=0.5 | flips=0.5: a number of 0 or more and below 0.5 is needed",
		"Sparse Autoencoder... | error=Tangent tangents=-1 | tangents=-1.0: a number of 0 or more is needed",
		"Sparse Autoencoder... | kind=ReLU lambda=-1 | lambda=-1.0: a number of 0 or more is needed",
		"Sparse Autoencoder... | kind=ReLU batch=0 | batch=0: a whole number from 1 to",
		"Sparse Autoencoder... | kind=ReLU eta=0 | eta=0.0: a number from",
		"Sparse Autoencoder... | kind=ReLU eta=10 | learning has diverged",
		"Sparse Autoencoder... | kind=[Tied linear] hidden=65 | hidden=65: kind Tied linear needs at most as many hidden units as a patch has values, 64",
		"Sparse Autoencoder... | scope=Some | scope=[Some]: one of [Current slice, All slices] is needed",
		"Sparse Autoencoder... | curves=perhaps | curves=perhaps: true or false is needed",
		"Sparse Autoencoder... | start=lost | start=[lost]: no image of this title is open",
		"Sparse Autoencoder... | start=source-atoms | start=[source-atoms]: that is no auto-encoder of kind Sigmoid KL",
		"Sparse Autoencoder... | compare=lost | compare=[lost]: no image of this title is open",
		"Sparse Autoencoder... | compare=source-atoms | compare=[source-atoms]: that is no auto-encoder",
		"Encode Image... | dictionary=source-atoms encoder=[Feed-forward] | encoder=[Feed-forward]: the dictionary is no auto-encoder and has no such encoder; it was learned with Matching pursuit",
		"Encode Image... | dictionary=source-atoms encoder=Energy | encoder=[Energy]: the dictionary is no auto-encoder and has no such encoder",
		"Compare Encoders... | dictionary=source-atoms encoders=[Feed-forward] | encoders=[Feed-forward]: it cannot be asked for a number of nonzeros",
		"Sample Patches... | patches=200000000 | MB of memory, ",
		"Encode Image... | dictionary=lost | dictionary=[lost]: no image of this title is open; open are [",
		"Encode Image... | dictionary=source-atoms scope=All | scope=[All]: one of [Current slice, All slices] is needed",
		"Show Residuals... | dictionary=source-atoms color=Red | color=[Red]: one of [Luminance, Joint, Separate] is needed",
		"Learn Convolutional Dictionary... | scope=None | scope=[None]: one of [Current slice, All slices] is needed",
		"Encode Image... | dictionary=source-atoms stride=5 | stride=5: a whole number from 1 to 4 is needed",
		"Encode Image... | dictionary=source-atoms nonzeros=0 | nonzeros=0: a whole number from 1 to",
		"Encode Image... | dictionary=source-atoms tolerance=-1 | tolerance=-1.0: a number of 0 or more is needed",
		"Encode Image... | dictionary=source-atoms encoder=Lasso | encoder=[Lasso]: one of [As learned, Matching pursuit, ",
		"Encode Image... | dictionary=source-atoms encoder=FISTA lambda=0 | lambda=0.0: a positive number is needed",
		"Encode Image... | dictionary=source-atoms encoder=[Soft threshold] lambda=Infinity | lambda=Infinity: a positive number is needed",
		"Encode Image... | dictionary=source-atoms encoder=[Elastic net] mixing=1.5 | mixing=1.5: a number from 0.001 to 1 is needed",
		"Encode Image... | dictionary=source-atoms encoder=LCA iterations=0 | iterations=0: a whole number from 1 to",
		"Encode Image... | dictionary=source-atoms encoder=[Lasso LARS] weights=source | weights=[source]: one slice of 16 pixels is needed, one per atom; source has 1 of 40 x 30",
		"Encode Image... | dictionary=source-atoms encoder=ISTA weights=lost | weights=[lost]: no image of this title is open",
		"Compare Encoders... | dictionary=source-atoms encoders=[Matching pursuit,Lasso] | encoders=[Lasso]: one of [Matching pursuit, ",
		"Compare Encoders... | dictionary=source-atoms encoders=[] | 'encoders' is missing",
		"Compare Encoders... | dictionary=source-atoms from=0 | from=0: a whole number from 1 to",
		"Compare Encoders... | dictionary=source-atoms from=9 to=8 | to=8: a whole number from 9 to",
		"Compare Encoders... | dictionary=source-atoms points=0 | points=0: a whole number from 1 to 100 is needed",
		"Compare Encoders... | dictionary=source-atoms patches=0 | patches=0: a whole number from 1 to",
		"Compare Homeostasis... | methods=EMP@-1 | alphahomeo=-1.0: a positive number is needed",
		"Compare Homeostasis... | methods=[None,HAPPY] | methods=[HAPPY]: one of [None, ",
		"Compare Homeostasis... | methods=[] | 'methods' is missing: names of homeostasis with commas between them are needed",
		"Compare Homeostasis... | methods=HAP@much | methods=[HAP@much]: names of homeostasis",
		"Compare Homeostasis... | seeds=0 | seeds=0: a whole number from 1 to 1000 is needed",
		"Compare Homeostasis... | every=0 | every=0: a whole number from 1 to",
		"Compare Homeostasis... | record=G | record=[G]: one of [F, F 2018, error, ",
		"Compare Homeostasis... | atoms=0 | atoms=0: a whole number from 1 to",
		"Compare Homeostasis... | patches=200000000 | MB of memory",
		"Compare Homeostasis... | cache=/dev/null/cache | cache=[/dev/null/cache]: the folder cannot be made",
		"Compare Homeostasis... | output=/dev/null/out | output=[/dev/null/out]: the folder cannot be made",
		"Scan Parameter... | parameter=lambada | parameter=[lambada]: one of [eta, etahomeo, ",
		"Learn Dictionary... | precision=2 | precision=2.0: a number from 0 to 1 is needed",
		"Learn Dictionary... | every=-1 | every=-1: a whole number from 0 to",
		"Learn Dictionary... | record=G | record=[G]: one of [F, F 2018, error, ",
		"Scan Parameter... | parameter=etahomeo etahomeo=0.5 range=4 | etahomeo=1.41421: a number from 0 to 1 is needed (in the scan of etahomeo",
		"Scan Parameter... | parameter=etahomeo etahomeo=0 | etahomeo=0: there is no range around 0",
		"Scan Parameter... | parameter=patchsize patchsize=3 | patchsize=1: a whole number from 2 to",
		"Scan Parameter... | parameter=betaone betaone=0 | betaone=-3.0: a number from 0 to",
		"Scan Parameter... | parameter=eta values=[0.1,much] | values=[much]: a number with a decimal point is needed",
		"Scan Parameter... | parameter=seed seed=2147483646 points=3 | seed=2147483646: a smaller one is needed for a scan of 3 points",
		"Scan Parameter... | parameter=atoms values=[10,20.5] | values=[20.5]: a whole number is needed",
		"Scan Parameter... | parameter=initial values=[DCT,Gabor] | initial=[Gabor]: one of [",
		"Scan Parameter... | parameter=selection | 'values' is missing: of selection they are [Uniform, High contrast]",
		"Scan Parameter... | parameter=alphahomeo methods=OLS,EMP@2 | methods=[EMP@2]: alphahomeo is what is varied",
		"Learn Dictionary... | alphamp=0 | alphamp=0.0: a number from 0.001 to 1 is needed",
		"Scan Parameter... | range=1 | range=1.0: a number from 1.001 to",
		"Scan Parameter... | points=0 | points=0: a whole number from 1 to 100 is needed",
		"Scan Parameter... | eta=0 | eta=0.0: a number from",
		"Encode Image... | dictionary=source-atoms output=Dense | output=[Dense]: one of [Compact, Maps] is needed",
		"Sparse Denoise... | sigma=-1 | sigma=-1.0: a number of 0 or more is needed",
		"Sparse Denoise... | sigma=0,5 | sigma=0,5: a number with a decimal point is needed",
		"Sparse Denoise... | noise=Poisson | noise=[Poisson]: one of [Gaussian, Poisson-Gaussian] is needed",
		"Sparse Denoise... | cameragain=-2 | cameragain=-2.0: a number of 0 or more is needed",
		"Sparse Denoise... | readnoise=NaN | readnoise=NaN: a number of 0 or more is needed",
		"Sparse Denoise... | sigma=10 method=BM3D | method=[BM3D]: one of [K-SVD, Online, DCT, Dictionary] is needed",
		"Sparse Denoise... | sigma=10 method=Dictionary dictionary=lost | dictionary=[lost]: no image of this title is open",
		"Sparse Denoise... | sigma=10 patchsize=1 | patchsize=1: a whole number from 2 to 256 is needed",
		"Sparse Denoise... | sigma=10 patchsize=31 | 40 x 30",
		"Sparse Denoise... | sigma=10 depth=2 | depth=2: source has 1 z slices",
		"Sparse Denoise... | sigma=10 atoms=0 | atoms=0: a whole number from 1 to",
		"Sparse Denoise... | sigma=10 patches=0 | patches=0: a whole number from 1 to",
		"Sparse Denoise... | sigma=10 iterations=-1 | iterations=-1: a whole number from 0 to",
		"Sparse Denoise... | sigma=10 gain=0 | gain=0.0: a number from 0.01 to 100 is needed",
		"Sparse Denoise... | sigma=10 stride=9 | stride=9: a whole number from 1 to 8 is needed",
		"Sparse Denoise... | sigma=10 keepatoms=maybe | keepatoms=maybe: true or false is needed",
		"Sparse Denoise... | sigma=10 scope=Some | scope=[Some]: one of [Current slice, All slices] is needed",
		"Inpaint Image... | mask=lost | mask=[lost]: no image of this title is open",
		"Inpaint Image... | mask=source-atoms | mask=[source-atoms]: a mask of 4 x 4 px in 16 slices does not fit 40 x 30 px in 1",
		"Inpaint Image... | dictionary=lost | dictionary=[lost]: no image of this title is open",
		"Inpaint Image... | tolerance=-1 | tolerance=-1.0: a number of 0 or more is needed",
		"Inpaint Image... | patchsize=31 | 40 x 30",
		"Inpaint Image... | stride=9 | stride=9: a whole number from 1 to 8 is needed",
		"Inpaint Image... | mask=source iterations=0 | has two known pixels, so that there is nothing to learn from",
		"Inpaint Image... | mask=source dictionary=source-atoms | all pixels are missing",
		"Sparsification Dynamics... | lambda=1e-9 step=0.001 | lambda=1.0E-9 step=0.001: their product must be at least 1.0E-10",
		"Sparsification Dynamics... | weights=1 | weights=1: a whole number from 2 to 1000000 is needed",
		"Sparsification Dynamics... | weights=0 | weights=0: a whole number from 2 to 1000000 is needed",
		"Sparsification Dynamics... | weights=1e5 | weights=1e5: a whole number is needed",
		"Sparsification Dynamics... | lambda=0 | lambda=0.0: a number from 1.0E-9 to 1 is needed",
		"Sparsification Dynamics... | lambda=-0.1 | lambda=-0.1: a number from",
		"Sparsification Dynamics... | lambda=NaN | lambda=NaN: a number from",
		"Sparsification Dynamics... | step=0 | step=0.0: a number from 0.001 to 0.99 is needed",
		"Sparsification Dynamics... | step=1 | step=1.0: a number from 0.001 to 0.99 is needed",
		"Sparsification Dynamics... | seed=1.5 | seed=1.5: a whole number is needed",
		"Sparsification Dynamics... | curves=perhaps | curves=perhaps: true or false is needed",
		"Local Contrast Normalization... | sigma=0 | sigma=0.0: a number from 0.1 to 1000 is needed",
		"Local Contrast Normalization... | taps=8 | taps=8: an odd number from 1 to 4001 is needed",
		"Local Contrast Normalization... | color=Joint | color=[Joint]: one of [Luminance, Separate] is needed",
		"Learn Convolutional Dictionary... | preset=Middle | preset=[Middle]: one of [None, Low, High, Digits, Micrograph] is needed",
		"Learn Convolutional Dictionary... | atoms=0 | atoms=0: a whole number from 1 to",
		"Learn Convolutional Dictionary... | atomsize=31 | layer 1 sees 40 x 30, which is smaller than its atoms of 31 x 31",
		"Learn Convolutional Dictionary... | nonzeros=0 | nonzeros=0: a whole number from 1 to",
		"Learn Convolutional Dictionary... | threshold=-1 | threshold=-1.0: a number from 0 to",
		"Learn Convolutional Dictionary... | mask=Square | mask=[Square]: one of [Gaussian, Disk, Polynomial, None] is needed",
		"Learn Convolutional Dictionary... | treatment=Exact | treatment=[Exact]: one of [As published, Tapered atoms] is needed",
		"Learn Convolutional Dictionary... | nonnegative=true zeromean=true | zeromean=true: atoms of nonnegative=true have no zero mean",
		"Learn Convolutional Dictionary... | localmean=4 | localmean=4: an odd number from 1 to 4001 is needed",
		"Learn Convolutional Dictionary... | etahomeo=2 | etahomeo=2.0: a number from 0 to 1 is needed",
		"Learn Convolutional Dictionary... | eta=0 | eta=0.0: a positive number is needed",
		"Learn Convolutional Dictionary... | epochs=-1 | epochs=-1: a whole number from 0 to",
		"Learn Convolutional Dictionary... | tile=-1 | tile=-1: a whole number from 0 to",
		"Learn Convolutional Dictionary... | tile=8 | of an image of 8 x 8 pixels layer 1 sees 8 x 8, which is smaller than its atoms of 9 x 9",
		"Learn Convolutional Dictionary... | window=Hann | window=[Hann]: one of [Symmetric, As published] is needed",
		"Learn Convolutional Dictionary... | batch=-1 | batch=-1: a whole number from 0 to",
		"Learn Convolutional Dictionary... | layers=0 | layers=0: a whole number from 1 to 8 is needed",
		"Learn Convolutional Dictionary... | layers=2 pooling=0 | pooling=0: a whole number from 1 to",
		"Learn Convolutional Dictionary... | layers=2 pooling=20 | layer 2 sees 2 x 2, which is smaller than its atoms of 5 x 5",
		"Learn Convolutional Dictionary... | layers=2 pool=Mean | pool=[Mean]: one of [Sum, Max] is needed",
		"Learn Convolutional Dictionary... | layers=2 rectify=Negative | rectify=[Negative]: one of [Both, Modulus, Positive] is needed",
		"Learn Convolutional Dictionary... | layers=2 start=source-atoms | layers=2: with a start a single layer is learned",
		"Learn Convolutional Dictionary... | start=lost | start=[lost]: no image of this title is open",
		"Learn Convolutional Dictionary... | color=Gray | color=[Gray]: one of [Luminance, Joint, Separate] is needed",
		"Learn Convolutional Dictionary... | seed=1.5 | seed=1.5: a whole number is needed",
		"Learn Convolutional Dictionary... | curves=perhaps | curves=perhaps: true or false is needed",
		"Encode Convolutional... | dictionary=lost | dictionary=[lost]: no image of this title is open",
		"Encode Convolutional... | dictionary=source-atoms nonzeros=-1 | nonzeros=-1: a whole number from 0 to",
		"Encode Convolutional... | dictionary=source-atoms nonzeros=0 | nonzeros=0: without a number of atoms, a threshold or a residual above 0 is needed",
		"Encode Convolutional... | dictionary=source-atoms relative=true lambda=2 | lambda=2.0: a number from 0 to 1",
		"Encode Convolutional... | dictionary=source-atoms relative=true threshold=1.5 | threshold=1.5: a number from 0 to 1",
		"Encode Convolutional... | dictionary=source-atoms rest=perhaps | rest=perhaps: true or false is needed",
		"Encode Convolutional... | dictionary=source-atoms threshold=-1 | threshold=-1.0: a number from 0 to",
		"Encode Convolutional... | dictionary=source-atoms residual=1 | residual=1.0: a number of 0 or more and below 1 is needed",
		"Encode Convolutional... | dictionary=source-atoms lambda=-1 | lambda=-1.0: a number from 0 to",
		"Encode Convolutional... | dictionary=source-atoms order=Fast | order=[Fast]: one of [Global, Local] is needed",
		"Encode Convolutional... | dictionary=source-atoms order=Local | threshold=0.0: order=[Local] ends where no coefficient reaches the threshold; a positive one is needed",
		"Encode Convolutional... | dictionary=source-atoms mask=Gaussian | mask=[Gaussian]: one of [None, Exact, As learned] is needed",
		"Encode Convolutional... | dictionary=source-atoms layer=2 | layer=2: a whole number from 1 to 1 is needed",
		"Encode Convolutional... | dictionary=source-atoms output=Table | output=[Table]: one of [Maps, Points] is needed",
		"Encode Convolutional... | dictionary=source-atoms scope=Some | scope=[Some]: one of [Current slice, All slices] is needed",
		"Encode Convolutional... | dictionary=source-atoms refit=perhaps | refit=perhaps: true or false is needed",
		"Reconstruct Convolutional... | dictionary=source-atoms | source is no code of placed atoms: make one with Encode Convolutional",
		"Train Read-out... | dictionary=source-atoms | dictionary=[source-atoms]: that is no convolutional dictionary",
		"Train Read-out... | dictionary=source-atoms test=2 | test=2.0: a number from 0 to 1 is needed",
		"Train Read-out... | dictionary=source-atoms penalty=-1 | penalty=-1.0: a number from 0 to",
		"Train Read-out... | dictionary=source-atoms iterations=0 | iterations=0: a whole number from 1 to",
		"Reconstruct Image... | dictionary=source-atoms | source is no sparse code: make one with Encode Image",
		"Show Residuals... | dictionary=lost | dictionary=[lost]: no image of this title is open",
		"Show Residuals... | dictionary=source-atoms patches=0 | patches=0: a whole number from 1 to 1000 is needed",
		"Show Residuals... | dictionary=source-atoms selection=Best | selection=[Best]: one of [Uniform, High contrast] is needed",
		"Show Residuals... | dictionary=source-atoms disk=round | disk=round: true or false is needed",
		"Dictionary Mosaic | dictionary=source-atoms order=Size | order=[Size]: one of [Natural, By use, Rarest and most used, Random] is needed",
		"Dictionary Mosaic | dictionary=source-atoms columns=17 | columns=17: a whole number from 0 to 16 is needed",
		"Dictionary Mosaic | dictionary=source-atoms rows=-1 | rows=-1: a whole number from 0 to 16 is needed",
		"Dictionary Mosaic | dictionary=source-atoms order=[By use] | order=[By use]: source-atoms does not know how often its atoms are used",
		"Dictionary Mosaic | dictionary=source order=[Rarest and most used] | order=[Rarest and most used]: source does not know",
		"Dictionary Statistics... | dictionary=source-atoms plots=Some | plots=[Some]: one of [Use, All] is needed",
		"Compare with Reference... | reference=source-atoms peak=1 | 40 x 30",
		"Compare with Reference... | peak=1 | 'reference' is missing",
		"Compare with Reference... | reference=source scope=Stack | scope=[Stack]: one of [Current slice, All slices] is needed",
		"Compare with Reference... | reference=source color=Red | color=[Red]: one of [Luminance, Joint, Separate] is needed",
		"Compare with Reference... | image=lost reference=source | image=[lost]: no image of this title is open; open are [",
		"Save Dictionary... | path=[] | 'path' is missing: the path of a file is needed",
		"Save Dictionary... | path=[/no/such/folder/atoms.tif] | there is no folder /no/such/folder",
		"Open Dictionary... | path=[/no/such/atoms.tif] | there is no such file",
	})
	void theMessageNamesTheKeyTheValueAndWhatIsAllowed(final String label, final String options, final String message) {
		HeadlessImageJ.macro(SETTING);
		final String[] before = WindowManager.getImageTitles();
		final ImagePlus source = WindowManager.getImage("source");
		final float[] pixels = ((float[]) source.getProcessor().getPixels()).clone();
		assertThat(error("selectImage('source'); run('" + label + "', '" + options + "');")).contains(message);
		assertThat(Arrays.asList(WindowManager.getImageTitles())).as("images open").containsExactlyInAnyOrder(before);
		assertThat((float[]) source.getProcessor().getPixels()).isEqualTo(pixels);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"newImage('flat', '8-bit black', 40, 40, 1); run('Learn Dictionary...', 'patchsize=4 atoms=8'); | no structure",
		"newImage('tiny', '8-bit ramp', 3, 3, 1); run('Learn Dictionary...', 'patchsize=4 atoms=8'); | 3 x 3",
		"newImage('line', '8-bit ramp', 40, 1, 1); run('Learn Dictionary...', 'patchsize=4 atoms=8'); | 40 x 1",
		"newImage('nan', '32-bit black', 20, 20, 1); for (y = 0; y < 20; y++) for (x = 0; x < 20; x++) setPixel(x, y, NaN); run('Learn Dictionary...', 'patchsize=4 atoms=8'); | finite",
		"newImage('flat', '8-bit black', 40, 40, 1); run('Sparse Autoencoder...', 'patches=100'); | no structure",
		"newImage('flat', '8-bit black', 40, 40, 1); run('Sparse Autoencoder...', 'kind=ReLU patches=100'); | no structure",
		"newImage('flat', '8-bit black', 40, 40, 1); run('Sparse Autoencoder...', 'kind=[Tied linear] patches=100'); | no structure",
		"newImage('flat', '8-bit black', 8, 8, 30); run('Sparse Autoencoder...', 'patchsize=0'); | no structure",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 iterations=1 curves=false'); selectImage('a'); run('Sparse Autoencoder...', 'kind=[Tied linear] patchsize=4 hidden=9 patches=100 start=a-atoms'); | start=[a-atoms]: that is no auto-encoder of kind Tied linear",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 iterations=1 curves=false'); selectImage('a'); run('Sparse Autoencoder...', 'kind=ReLU patches=100 start=a-atoms'); | start=[a-atoms]: it is an auto-encoder of patches of 4 x 4, not of 8 x 8",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 iterations=1 curves=false'); selectImage('a'); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 hidden=9 start=a-atoms'); | start=[a-atoms]: it has 25 hidden units; give hidden=25",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Energy Autoencoder...', 'patchsize=4 atoms=9 iterations=1 curves=false'); selectImage('a'); run('Sparse Autoencoder...', 'kind=[Tied linear] patchsize=4 patches=100 hidden=9 start=a-atoms'); | start=[a-atoms]: that is no auto-encoder of kind Tied linear",
		"newImage('wide', '8-bit ramp', 300, 300, 1); run('Sparse Autoencoder...', 'error=[Gaussian covariance] patchsize=256'); | error=[Gaussian covariance]: patches of 256 x 256 have 65536 values, too many to estimate their covariance: at most 2352; use a smaller patchsize",
		"newImage('wide', '8-bit ramp', 300, 300, 30); run('Sparse Autoencoder...', 'error=[Gaussian covariance] patchsize=0'); | error=[Gaussian covariance]: patches of 300 x 300 have 90000 values",
		"newImage('nan', '32-bit black', 20, 20, 1); for (y = 0; y < 20; y++) for (x = 0; x < 20; x++) setPixel(x, y, NaN); run('Sparse Autoencoder...', 'patches=100'); | finite",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 iterations=1 curves=false'); selectImage('a'); run('Sparse Autoencoder...', 'patches=100 compare=a-atoms'); | compare=[a-atoms]: it is an auto-encoder of patches of 4 x 4, not of 8 x 8",
		"newImage('a', '32-bit noise', 20, 20, 1); run('Sparse Autoencoder...', 'kind=ReLU patchsize=4 patches=100 iterations=1 curves=false'); selectImage('a'); run('Encode Image...', 'dictionary=a-atoms encoder=Energy'); | encoder=[Energy]: the dictionary is an auto-encoder, but none that was learned with Energy Autoencoder",
		"newImage('flat', '8-bit black', 40, 40, 1); run('Sparse Denoise...', 'noise=Poisson-Gaussian'); | noise=[Poisson-Gaussian]: ",
		"newImage('tiny', '8-bit ramp', 7, 40, 1); run('Sparse Denoise...', 'sigma=3'); | 7 x 40",
		"newImage('tiny', '8-bit ramp', 7, 40, 1); run('Inpaint Image...'); | 7 x 40",
		"newImage('small', '8-bit ramp', 40, 40, 1); makeRectangle(5, 5, 30, 30); run('Learn Dictionary...', 'crop=20 patchsize=4 atoms=8'); | a crop of 20 px and a selection cannot both tell where patches come from",
		"newImage('small', '8-bit ramp', 40, 40, 1); makeRectangle(5, 5, 3, 3); run('Learn Dictionary...', 'patchsize=4 atoms=8'); | region",
		"newImage('rgb', 'RGB ramp', 20, 20, 1); run('Learn Dictionary...', 'patchsize=4 atoms=12 patches=100 initial=DCT iterations=0 color=Joint curves=false'); rename('joint'); newImage('gray', '8-bit ramp', 20, 20, 1); run('Encode Image...', 'dictionary=joint'); | gray has 1 channels",
		"newImage('a', '32-bit noise', 20, 20, 1); setPixel(3, 3, NaN); run('Learn Dictionary...', 'patchsize=4 atoms=12 patches=100 initial=DCT iterations=0 curves=false'); selectImage('a'); run('Encode Image...', 'dictionary=a-atoms'); | 1 pixels that are NaN",
		"newImage('flat', '32-bit black', 20, 20, 1); run('Learn Convolutional Dictionary...'); | nothing to learn from images that are all 0",
		"newImage('nan', '32-bit noise', 20, 20, 1); setPixel(3, 3, NaN); run('Learn Convolutional Dictionary...', 'epochs=1'); | nan has 1 pixels that are NaN or infinite",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); setSlice(2); setPixel(3, 3, NaN); run('Encode Convolutional...', 'dictionary=a-atoms scope=[All slices]'); | slice 2 of a has 1 pixels that are NaN or infinite",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Convolutional...', 'dictionary=a-atoms'); setSlice(2); setPixel(3, 4, NaN); run('Reconstruct Convolutional...', 'dictionary=a-atoms'); | a-code has the coefficient NaN of atom 2 at (3, 4)",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Image...', 'dictionary=a-atoms'); | encoder=[As learned]: the dictionary is convolutional",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a-atoms'); run('Dictionary Statistics...', 'image=a'); | image=[a]: a-atoms is convolutional: encode the image with Encode Convolutional",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Show Residuals...', 'dictionary=a-atoms'); | dictionary=[a-atoms]: it is convolutional: Encode Convolutional shows what is left of a whole image with rest=true",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Convolutional...', 'dictionary=a-atoms'); selectImage('a'); run('Dictionary Statistics...', 'image=a-code'); | image=[a-code]: it places 3 atoms of 5 x 5, but a has 2 of 20 x 20",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); newImage('small', '32-bit noise', 4, 20, 1); run('Encode Convolutional...', 'dictionary=a-atoms'); | 4 x 20 pixels is smaller than atoms of 5 x 5",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Train Read-out...', 'dictionary=a-atoms'); | slice 1 of a has no label: the labels of slices name their classes",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); setSlice(1); setMetadata('Label', 'b'); setSlice(2); setMetadata('Label', 'b'); run('Train Read-out...', 'dictionary=a-atoms'); | at least 2 classes",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Train Read-out...', 'dictionary=a-atoms test=1'); | test=1: a-atoms has no read-out to be tested",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Convolutional...', 'dictionary=a-atoms'); run('Reconstruct Convolutional...', 'dictionary=a-atoms without=4'); | without=4: a whole number from 0 to 3 is needed",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Convolutional...', 'dictionary=a-atoms'); run('Reconstruct Convolutional...', 'dictionary=a'); | dictionary=[a]: it has 2 atoms of 20 x 20",
		"newImage('a', '32-bit noise', 20, 20, 2); run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=5 nonzeros=4 epochs=1 curves=false'); selectImage('a'); run('Encode Convolutional...', 'dictionary=a-atoms'); run('Reconstruct Image...', 'dictionary=a-atoms'); | a-code is no sparse code: make one with Encode Image",
		"newImage('zero', '32-bit black', 4, 4, 3); newImage('a', '32-bit noise', 20, 20, 1); run('Encode Image...', 'dictionary=zero'); | atom 1 has l2 norm 0.0",
	})
	void imagesThatDoNotDoAreNamed(final String macro, final String message) {
		assertThat(error(macro)).contains(message);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 8, 100, 1000, 4000 })
	void aFileCutShortIsRefusedAndNothingOpens(final int length, @TempDir final Path folder) throws IOException {
		final Path file = folder.resolve("atoms.tif");
		HeadlessImageJ.macro(SETTING + "run('Save Dictionary...', 'path=[" + file + "]'); close('*');");
		final byte[] bytes = Files.readAllBytes(file);
		assertThat(bytes.length).isGreaterThan(4000);
		Files.write(file, Arrays.copyOf(bytes, length));
		assertThat(error("run('Open Dictionary...', 'path=[" + file + "]');")).contains(file.toString()).containsAnyOf("cut short", "no TIFF", "damaged");
		assertThat(WindowManager.getImageCount()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5, 9 })
	void aCodeWithoutOneOfItsSlicesIsRefused(final int slice) {
		HeadlessImageJ.macro(SETTING + "selectImage('source'); run('Encode Image...', 'dictionary=source-atoms nonzeros=4');");
		final ImagePlus code = WindowManager.getImage("source-code");
		assertThat(code.getStackSize()).isEqualTo(9);
		code.getStack().deleteSlice(slice);
		code.setStack(code.getStack());
		assertThat(error("selectImage('source-code'); run('Reconstruct Image...');")).contains("source-code has been changed: it has 8 slices");
	}

	@Test
	void aCodeWithAtomsThatAreNoneIsRefused() {
		HeadlessImageJ.macro(SETTING + "selectImage('source'); run('Encode Image...', 'dictionary=source-atoms nonzeros=4');");
		for (final float atom : new float[] { Float.NaN, 2.5f, 17, -3 }) {
			WindowManager.getImage("source-code").getStack().getProcessor(1).setf(3, atom);
			assertThat(error("selectImage('source-code'); run('Reconstruct Image...');")).contains("patch 4 has atom");
		}
	}

	@Test
	void aWhitenedStackWithoutOneOfItsSlicesIsNotInverted() {
		HeadlessImageJ.macro("newImage('stack', '32-bit noise', 20, 20, 3); run('Whiten Image...', 'scope=[All slices]');");
		final ImagePlus whitened = WindowManager.getImage("stack-whitened");
		whitened.getStack().deleteSlice(1);
		whitened.setStack(whitened.getStack());
		assertThat(error("selectImage('stack-whitened'); run('Whiten Image...', 'inverse=true scope=[All slices]');")).contains("has 2 slices, but remembers how 3 were whitened");
		whitened.setProp("sparsej.planes", 2);
		whitened.setProp("sparsej.mean.1", "much");
		assertThat(error("selectImage('stack-whitened'); run('Whiten Image...', 'inverse=true');")).contains("mean of slice 1").contains("'much'");
	}

	@Test
	void bareWordsAreNoKeys() {
		assertThat(error(SETTING + "selectImage('source'); run('Whiten Image...', 'inverse');")).isEqualTo("inverse: write inverse=true");
	}

	@Test
	void aModelOfANewerVersionGivesItsAtomsAndSaysSo() {
		HeadlessImageJ.macro(SETTING);
		final ImagePlus atoms = WindowManager.getImage("source-atoms");
		atoms.setProperty("Info", ((String) atoms.getProperty("Info")).replace("\"version\": 1", "\"version\": 99"));
		assertThat(HeadlessImageJ.macro("selectImage('source'); run('Encode Image...', 'dictionary=source-atoms'); return getTitle();")).isEqualTo("source-code");
	}

	@Test
	void whatCannotBeWrittenLeavesTheOldFile(@TempDir final Path folder) throws IOException {
		final Path busy = Files.createDirectories(folder.resolve("atoms.tif"));
		assertThat(error(SETTING + "run('Save Dictionary...', 'path=[" + busy + "]');")).contains("it is a folder");
		assertThat(busy).isEmptyDirectory();
	}
}
