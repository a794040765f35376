package io.github.sparsej.linalg;

class DoubleTilesTest extends DoubleProductContract {

	@Override
	DoubleProduct product() {
		return new DoubleTiles();
	}
}
