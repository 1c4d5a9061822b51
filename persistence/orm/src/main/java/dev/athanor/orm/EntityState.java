// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/** What an entity is to a session. */
public enum EntityState {
    /** Not in the session, and never written. */
    TRANSIENT,
    /** Added, and to be written by the next flush. */
    PENDING,
    /** In the session, and in the database. */
    PERSISTENT,
    /** To be deleted by the next flush, or deleted in this transaction. */
    DELETED,
    /** Not in the session, but it was written or read by one. */
    DETACHED
}
