// SPDX-License-Identifier: Apache-2.0
/** What clients have asked for under a key, so that asking again does nothing again. */
@NullMarked
package dev.athanor.domain.requests;

import org.jspecify.annotations.NullMarked;
