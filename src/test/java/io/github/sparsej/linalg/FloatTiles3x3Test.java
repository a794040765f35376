package io.github.sparsej.linalg;

class FloatTiles3x3Test extends FloatProductContract {

	@Override
	FloatProduct product() {
		return new FloatTiles3x3();
	}
}
