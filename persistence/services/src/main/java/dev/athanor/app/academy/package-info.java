// SPDX-License-Identifier: Apache-2.0
/**
 * Who learns what. Other contexts talk to {@link dev.athanor.app.academy.Students},
 * {@link dev.athanor.app.academy.Courses} and {@link dev.athanor.app.academy.Enrolments}.
 */
@NullMarked
package dev.athanor.app.academy;

import org.jspecify.annotations.NullMarked;
