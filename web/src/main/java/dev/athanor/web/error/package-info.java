// SPDX-License-Identifier: Apache-2.0
/** Errors in the form that clients of the API know. */
@NullMarked
package dev.athanor.web.error;

import org.jspecify.annotations.NullMarked;
