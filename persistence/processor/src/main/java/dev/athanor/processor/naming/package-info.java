// SPDX-License-Identifier: Apache-2.0
/** What tables and columns are called, as EclipseLink has it. */
@NullMarked
package dev.athanor.processor.naming;

import org.jspecify.annotations.NullMarked;
