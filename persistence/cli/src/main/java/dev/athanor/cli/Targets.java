// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.util.regex.Pattern;

/**
 * A target as it is written: {@code head}, or {@code base:head} for a script that needs no database. Immutable.
 *
 * @param from where to begin; empty if the database says it
 * @param to where to end
 */
record Targets(String from, String to) {
    private static final Pattern STEPS = Pattern.compile("-[0-9]+");

    static Targets of(String written, boolean sql) {
        if (written.startsWith("-") && !STEPS.matcher(written).matches()) {
            throw new UsageException("there is no option " + written);
        }
        int colon = written.indexOf(':');
        if (colon < 0) {
            return new Targets("", written);
        }
        if (!sql || colon == 0 || colon == written.length() - 1) {
            throw new UsageException("\"" + written + "\" is for scripts: FROM:TO --sql");
        }
        return new Targets(written.substring(0, colon), written.substring(colon + 1));
    }

    /** Whether no database is asked. */
    boolean isOffline() {
        return !from.isEmpty();
    }
}
