// SPDX-License-Identifier: Apache-2.0
/** The code of {@code docs/sql.md}, as tests. */
@NullMarked
package dev.athanor.sql.tutorial;

import org.jspecify.annotations.NullMarked;
