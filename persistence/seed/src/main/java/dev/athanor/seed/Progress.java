// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells how far it is: a bar where somebody is looking, and a line for each table. For one thread. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long SECOND = 1_000_000_000L;
    private static final long BETWEEN_LINES = 10 * SECOND;

    private final PrintWriter out;
    private final boolean terminal;

    private String table = "";
    private long count;
    private long started;
    private long told;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A table of which there are to be rows for so many numbers. */
    void begins(String newTable, long newCount) {
        table = newTable;
        count = newCount;
        started = System.nanoTime();
        told = started;
        reached(0);
    }

    /** Rows of so many numbers are written. */
    void reached(long number) {
        if (terminal) {
            int full = (int) (count == 0 ? WIDTH : WIDTH * number / count);
            out.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + table + " " + number + "/" + count);
            out.flush();
        } else if (System.nanoTime() - told > BETWEEN_LINES) {
            told = System.nanoTime();
            line(table + ": " + number + " of " + count);
        }
    }

    void ends(long rows) {
        double seconds = (System.nanoTime() - started) / (double) SECOND;
        line(String.format(Locale.ROOT, "%-28s %,10d rows  %6.1f s", table, rows, seconds));
    }

    /** In place of the bar. */
    void line(String text) {
        out.println((terminal ? "\r\u001b[K" : "") + text);
        out.flush();
    }
}
