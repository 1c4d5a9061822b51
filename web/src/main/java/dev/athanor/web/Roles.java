// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

/** The roles a caller can have. */
public final class Roles {
    /** Everybody with a valid token. */
    public static final String USER = "user";

    private Roles() {}
}
