// SPDX-License-Identifier: Apache-2.0
/** How values of Java travel to PostgreSQL and back. */
@NullMarked
package dev.athanor.sql.type;

import org.jspecify.annotations.NullMarked;
