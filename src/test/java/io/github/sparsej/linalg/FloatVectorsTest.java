package io.github.sparsej.linalg;

class FloatVectorsTest extends FloatProductContract {

	@Override
	FloatProduct product() {
		return new FloatVectors();
	}
}
