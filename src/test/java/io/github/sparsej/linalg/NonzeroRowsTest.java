package io.github.sparsej.linalg;

class NonzeroRowsTest extends DoubleProductContract {

	@Override
	DoubleProduct product() {
		return new NonzeroRows();
	}
}
