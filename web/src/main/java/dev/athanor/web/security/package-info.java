// SPDX-License-Identifier: Apache-2.0
/** Who calls: tokens, and how requests carry them. */
@NullMarked
package dev.athanor.web.security;

import org.jspecify.annotations.NullMarked;
