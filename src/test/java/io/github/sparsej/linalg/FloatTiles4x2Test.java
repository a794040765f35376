package io.github.sparsej.linalg;

class FloatTiles4x2Test extends FloatProductContract {

	@Override
	FloatProduct product() {
		return new FloatTiles4x2();
	}
}
