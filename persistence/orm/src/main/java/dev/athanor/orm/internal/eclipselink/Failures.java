// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.queries.Call;

/** What EclipseLink throws, as the toolkit's errors: those of the database keep its state, others tell what to do. */
final class Failures {
    private Failures() {}

    /** Does something of EclipseLink's. */
    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException | EclipseLinkException e) {
            throw translation(e);
        }
    }

    /** Does something of EclipseLink's. */
    static void translated(Runnable work) {
        translated(() -> {
            work.run();
            return Optional.empty();
        });
    }

    static RuntimeException translation(RuntimeException failure) {
        return known(failure)
                .orElseGet(() -> new OrmException(
                        OrmError.PROVIDER_FAILED, "EclipseLink failed: " + firstLine(failure), failure));
    }

    /** An error of the toolkit that says what the cause of a failure is. */
    static Optional<RuntimeException> known(Throwable failure) {
        String sql = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlException || cause instanceof OrmException) {
                return Optional.of((RuntimeException) cause);
            }
            if (Conflicts.isIn(cause)) {
                return Optional.of(Conflicts.translation(failure));
            }
            if (cause instanceof TransactionRequiredException) {
                return Optional.of(transactionNeeded("an entity is written in a transaction"));
            }
            if (cause instanceof DatabaseException database && database.getCall() != null) {
                sql = text(database.getCall());
            }
            if (cause instanceof SQLException database) {
                return Optional.of(SqlException.of(first(database), sql));
            }
        }
        return Optional.empty();
    }

    /** Of what has to be done in a transaction. */
    static OrmException transactionNeeded(String reason) {
        return new OrmException(OrmError.TRANSACTION_NEEDED, reason + ", and there is none; begin one first");
    }

    /** Without the values, which may be secrets. */
    private static String text(Call call) {
        return call instanceof DatabaseCall statement
                ? Optional.ofNullable(statement.getSQLString()).orElse("")
                : "";
    }

    /** The failure of a batch says which statement failed, the next one why. */
    private static SQLException first(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
    }

    private static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .map(String::strip)
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.getClass().getName());
    }
}
