// SPDX-License-Identifier: Apache-2.0
/** How many rows travel at once. Not API. */
@NullMarked
package dev.athanor.orm.internal.bulk;

import org.jspecify.annotations.NullMarked;
