// SPDX-License-Identifier: Apache-2.0
/** Tests of how many rows travel at once. */
@NullMarked
package dev.athanor.orm.internal.bulk;

import org.jspecify.annotations.NullMarked;
