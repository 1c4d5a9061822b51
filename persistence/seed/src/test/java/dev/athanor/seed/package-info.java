// SPDX-License-Identifier: Apache-2.0
/** Tests of the demo data. */
@NullMarked
package dev.athanor.seed;

import org.jspecify.annotations.NullMarked;
