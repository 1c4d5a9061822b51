// SPDX-License-Identifier: Apache-2.0
/** The commands of the command line as goals of Maven's. */
@NullMarked
package dev.athanor.maven;

import org.jspecify.annotations.NullMarked;
