// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.sql.SqlException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes to the log what keeps an outbox from its work: when it begins, and when it is over. Thread-safe. */
final class Troubles {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.outbox");

    private static final String NO_SUCH_TABLE = "42P01";

    private final String table;
    private boolean reported;

    Troubles(String table) {
        this.table = table;
    }

    synchronized void report(String what, Throwable failure) {
        if (!reported) {
            reported = true;
            if (isWithoutTable(failure)) {
                LOG.log(Level.WARNING, table + ": " + what + ", as the table is not there yet; it is tried again");
            } else {
                LOG.log(Level.WARNING, table + ": " + what + "; it is tried again", failure);
            }
        }
    }

    /** As it is until the first upgrade is done. */
    private static boolean isWithoutTable(Throwable failure) {
        return failure instanceof SqlException refused
                && refused.sqlState().filter(NO_SUCH_TABLE::equals).isPresent();
    }

    synchronized void none() {
        if (reported) {
            reported = false;
            LOG.log(Level.INFO, table + ": it works again");
        }
    }
}
