package io.github.sparsej.linalg;

class DoubleVectorsTest extends DoubleProductContract {

	@Override
	DoubleProduct product() {
		return new DoubleVectors();
	}
}
