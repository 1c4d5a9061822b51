// SPDX-License-Identifier: Apache-2.0
/** The command line of migrations. {@link dev.athanor.cli.Athanor} is where to start. */
@NullMarked
package dev.athanor.cli;

import org.jspecify.annotations.NullMarked;
