// SPDX-License-Identifier: Apache-2.0
/** Writes what is generated. */
@NullMarked
package dev.athanor.processor.writing;

import org.jspecify.annotations.NullMarked;
