// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;

/** Why a transaction may succeed if it is done again from its beginning. */
public enum RetryReason {
    /** The database could not put it in an order with others (40001). */
    SERIALIZATION_FAILURE,
    /** It waited for others that waited for it (40P01). */
    DEADLOCK,
    /** A row was changed by others since it was read ({@link OrmError#OPTIMISTIC_CONFLICT}). */
    OPTIMISTIC_CONFLICT;

    /** Whether a failure itself says so, whatever caused it. */
    boolean isToldBy(Throwable failure) {
        return switch (this) {
            case SERIALIZATION_FAILURE -> hasState(failure, "40001");
            case DEADLOCK -> hasState(failure, "40P01");
            case OPTIMISTIC_CONFLICT -> isConflict(failure);
        };
    }

    private static boolean hasState(Throwable failure, String state) {
        return failure instanceof SQLException database && isAmong(database, state);
    }

    /** A batch tells what failed in it one after the other. */
    private static boolean isAmong(SQLException first, String state) {
        for (SQLException next = first; next != null; next = next.getNextException()) {
            if (state.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof OptimisticLockException
                || (failure instanceof OrmException own && own.code() == OrmError.OPTIMISTIC_CONFLICT);
    }
}
