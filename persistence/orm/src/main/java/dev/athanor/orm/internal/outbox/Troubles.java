// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes to the log what keeps an outbox from its work: when it begins, and when it is over. Thread-safe. */
final class Troubles {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.outbox");

    private final String table;
    private boolean reported;

    Troubles(String table) {
        this.table = table;
    }

    synchronized void report(String what, Throwable failure) {
        if (!reported) {
            reported = true;
            LOG.log(Level.WARNING, table + ": " + what + "; it is tried again", failure);
        }
    }

    synchronized void none() {
        if (reported) {
            reported = false;
            LOG.log(Level.INFO, table + ": it works again");
        }
    }
}
