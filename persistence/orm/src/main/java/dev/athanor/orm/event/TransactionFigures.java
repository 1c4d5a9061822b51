// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.time.Duration;
import java.util.Objects;

/**
 * What was done in a transaction. Counted as long as anybody listens to statements.
 *
 * @param statements how many statements ran, failed ones too
 * @param rows how many rows they gave or touched
 * @param inStatements how long they took
 * @param open how long the transaction has been open
 */
public record TransactionFigures(long statements, long rows, Duration inStatements, Duration open) {
    /** Nothing is null. */
    public TransactionFigures {
        Objects.requireNonNull(inStatements, "inStatements");
        Objects.requireNonNull(open, "open");
    }
}
