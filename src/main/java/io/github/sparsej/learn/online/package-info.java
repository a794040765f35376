/** Online dictionary learning: sufficient statistics that grow batch by batch, and atoms that follow them. */
package io.github.sparsej.learn.online;
