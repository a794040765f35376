package io.github.sparsej.linalg;

class SegmentVectorsTest extends SegmentKernelContract {

	@Override
	SegmentKernel ofLength(final int longest) {
		return new SegmentVectors();
	}
}
