// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

/**
 * Who looks at something that anybody may look at, but that is not the same for everybody. Immutable and thread-safe.
 *
 * <pre>{@code articles.find("looms", Viewer.of(user)); articles.find("looms", Viewer.nobody())}</pre>
 *
 * @param user the key of the user; zero for who is not known, as keys begin at one
 */
public record Viewer(long user) {
    private static final Viewer NOBODY = new Viewer(0);

    /** A user. */
    public static Viewer of(long user) {
        return new Viewer(user);
    }

    /** Somebody who is not logged in. */
    public static Viewer nobody() {
        return NOBODY;
    }
}
