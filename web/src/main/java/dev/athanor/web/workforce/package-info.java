// SPDX-License-Identifier: Apache-2.0
/** Who works where, for clients of {@code /api/v1}. */
@NullMarked
package dev.athanor.web.workforce;

import org.jspecify.annotations.NullMarked;
