// SPDX-License-Identifier: Apache-2.0
/** Courses, for clients of {@code /api/v1}. */
@NullMarked
package dev.athanor.web.academy;

import org.jspecify.annotations.NullMarked;
