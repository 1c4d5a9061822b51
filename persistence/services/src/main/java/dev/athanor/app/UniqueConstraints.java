// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells what a violated unique constraint or index means to a caller. Two requests at once can get past any query. */
public final class UniqueConstraints {
    private final Map<String, Violation> meanings;

    /** The meanings by the constraints' names. */
    public UniqueConstraints(Map<String, Violation> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** The violation behind an error, if it comes from one of these constraints. */
    public Optional<List<Violation>> violated(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException postgres) {
                return Optional.ofNullable(postgres.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .map(meanings::get)
                        .map(List::of);
            }
        }
        return Optional.empty();
    }
}
