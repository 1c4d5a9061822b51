// SPDX-License-Identifier: Apache-2.0
/** Products, for clients of {@code /api/v1}. */
@NullMarked
package dev.athanor.web.commerce;

import org.jspecify.annotations.NullMarked;
