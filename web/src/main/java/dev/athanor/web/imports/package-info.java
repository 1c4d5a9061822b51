// SPDX-License-Identifier: Apache-2.0
/** Imports: files of many rows, and how far they are. */
@NullMarked
package dev.athanor.web.imports;

import org.jspecify.annotations.NullMarked;
