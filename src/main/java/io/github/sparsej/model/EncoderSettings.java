package io.github.sparsej.model;

/** The options of one encoder: a validated record per algorithm, of which an encoder is made and which a model file keeps. */
public interface EncoderSettings {

	/** The encoder's name, as in menus and macros. */
	String name();
}
