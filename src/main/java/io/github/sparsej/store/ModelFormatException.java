package io.github.sparsej.store;

import java.io.IOException;

/** A model's text cannot be read; the message says in one sentence what is wrong and what is allowed. */
public final class ModelFormatException extends IOException {

	private static final long serialVersionUID = 1;

	ModelFormatException(final String message) {
		super(message);
	}

	ModelFormatException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
