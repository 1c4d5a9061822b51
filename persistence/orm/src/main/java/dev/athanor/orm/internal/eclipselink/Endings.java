// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.SQLException;
import java.util.Set;

/** What the database says when it has ended a transaction, so that no savepoint helps. */
final class Endings {
    /** Classes of errors: no connection, a transaction that was given up, a server that stops. */
    private static final Set<String> CLASSES = Set.of("08", "40");

    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04");

    private Endings() {}

    /** Whether a failure, or what caused it, says so. */
    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                for (SQLException next = database; next != null; next = next.getNextException()) {
                    if (isEnding(next.getSQLState())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isEnding(String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
