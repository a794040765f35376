/**
 * The commands of the menu: parameters, their checks, one call, outputs. Labels and keys are a promise to macros (see
 * commands.md of the documentation). The class names stand in plugins.config.
 */
package io.github.sparsej.command;
