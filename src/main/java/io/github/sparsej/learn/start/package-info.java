/** Where learning begins: noise, patches, cosines, or atoms that are there already. */
package io.github.sparsej.learn.start;
