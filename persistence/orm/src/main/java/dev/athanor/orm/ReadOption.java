// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Option;

/** How a session makes entities of the rows of a statement. */
public enum ReadOption implements Option<Object> {
    /**
     * With the values of the rows also for entities that are in the session already; what was changed in them is lost.
     */
    POPULATE_EXISTING
}
