/**
 * All encoders by the names that menus and macros have for them: an {@link io.github.sparsej.encode.choice.EncoderKind}
 * makes its options of the same {@link io.github.sparsej.encode.choice.EncoderParameters} as all others, and tells which
 * of them it uses.
 */
package io.github.sparsej.encode.choice;
