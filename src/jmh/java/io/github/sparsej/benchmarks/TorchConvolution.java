package io.github.sparsej.benchmarks;

import java.io.IOException;
import java.util.List;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Volume;

/** How long PyTorch's conv2d takes for the correlations of one image with all atoms at all places, on one thread. */
final class TorchConvolution {

	/** Arguments: folder, side of the atoms. Prints the microseconds of the median run. */
	private static final String SCRIPT = """
		import sys, time
		import numpy as np, torch
		torch.set_num_threads(1)
		folder, side = sys.argv[1], int(sys.argv[2])
		image = torch.from_numpy(np.load(folder + '/image.npy'))[None, None]
		atoms = torch.from_numpy(np.load(folder + '/atoms.npy')).reshape(-1, 1, side, side)
		seconds, end = [], time.perf_counter() + 3
		with torch.no_grad():
			while time.perf_counter() < end:
				begin = time.perf_counter()
				torch.nn.functional.conv2d(image, atoms)
				seconds.append(time.perf_counter() - begin)
		print(np.median(seconds[len(seconds) // 3:]) * 1e6)
		""";

	private TorchConvolution() {}

	/** Microseconds for one of the images. */
	static double time(final String python, final ConvolutionalWorkload workload) throws IOException, InterruptedException {
		final Volume image = workload.images().get(0);
		final Dictionary dictionary = workload.dictionary();
		try (PythonRun run = new PythonRun(python, "torch")) {
			run.put("image", image.plane(0, 0), image.width());
			run.put("atoms", dictionary.toArray(), dictionary.signalLength());
			return Double.parseDouble(run.run(SCRIPT, List.of("" + dictionary.shape().width())).get(0));
		}
	}
}
