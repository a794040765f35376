package io.github.sparsej.linalg;

class SegmentLoopsTest extends SegmentKernelContract {

	@Override
	SegmentKernel ofLength(final int longest) {
		return new SegmentLoops(longest);
	}
}
