// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Inserts rows by {@code COPY}, in the transaction of a connection. All that knows the driver of PostgreSQL is here:
 * where the application cannot see its classes, this one cannot be used.
 */
public final class Copying {
    private Copying() {}

    /** Whether a connection is one of the driver's that the application sees. */
    public static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }

    /**
     * Inserts rows, and gives their number: as bytes, if that is said, otherwise as texts.
     *
     * @param forms how the values of each column travel as bytes
     */
    public static long copy(Connection connection, TableRows rows, Optional<List<BinaryForm>> forms)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql(rows, forms.isPresent()));
        try {
            CopyBuffer buffer = new CopyBuffer((bytes, length) -> copy.writeToCopy(bytes, 0, length));
            if (forms.isPresent()) {
                new CopyBytes(buffer, forms.get()).write(rows.rows());
            } else {
                new CopyText(buffer).write(rows.rows());
            }
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The statement. */
    public static String sql(TableRows rows, boolean binary) {
        return rows.columns().stream()
                .map(Identifiers::quoted)
                .collect(Collectors.joining(
                        ", ",
                        "copy " + Identifiers.of(rows.target()) + " (",
                        binary ? ") from stdin (format binary)" : ") from stdin"));
    }
}
