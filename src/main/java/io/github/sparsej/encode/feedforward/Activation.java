package io.github.sparsej.encode.feedforward;

/** What a unit of a network makes of its input. Immutable and thread-safe. */
public enum Activation {

	/** a. */
	LINEAR {
		@Override
		public double of(final double input) {
			return input;
		}
	},

	/** max(0, a). */
	RELU {
		@Override
		public double of(final double input) {
			return Math.max(0, input);
		}
	},

	/** 1 / (1 + exp(-a)), from 0 to 1. */
	LOGISTIC {
		@Override
		public double of(final double input) {
			return 1 / (1 + Math.exp(-input));
		}
	};

	public abstract double of(double input);
}
