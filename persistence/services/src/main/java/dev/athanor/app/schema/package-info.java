// SPDX-License-Identifier: Apache-2.0
/** The schema at the start of a server, and whether server and database are ready. */
@NullMarked
package dev.athanor.app.schema;

import org.jspecify.annotations.NullMarked;
