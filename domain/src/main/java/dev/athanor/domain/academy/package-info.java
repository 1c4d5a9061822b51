// SPDX-License-Identifier: Apache-2.0
/** Who learns what: students, courses and what has to be passed before them, and enrolments with their grades. */
@NullMarked
package dev.athanor.domain.academy;

import org.jspecify.annotations.NullMarked;
