// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

/** The roles a caller can have; those beyond the first are what an administrator gives. */
public final class Roles {
    /** Everybody with a valid token. */
    public static final String USER = "user";

    /** Changes what others have written. */
    public static final String EDITOR = "editor";

    /** Looks after users, and what belongs to nobody. */
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
