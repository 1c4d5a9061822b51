// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.util.Optional;
import org.eclipse.persistence.exceptions.OptimisticLockException;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.jspecify.annotations.Nullable;

/**
 * What others have changed since it was read. Relies on EclipseLink and JPA telling the entity, which in a batch they
 * do not; ConflictTest would notice.
 */
final class Conflicts {
    private Conflicts() {}

    /** Whether a failure says so itself, whatever caused it. */
    static boolean isIn(Throwable failure) {
        return failure instanceof OptimisticLockException
                || failure instanceof jakarta.persistence.OptimisticLockException;
    }

    static OrmException translation(Throwable failure) {
        return new OrmException(
                OrmError.OPTIMISTIC_CONFLICT,
                changed(failure).map(Conflicts::shown).orElse("a row")
                        + " was changed or deleted by others since it was read; roll back, and try again with what is"
                        + " there now",
                failure);
    }

    private static Optional<Object> changed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Object entity = entity(cause);
            if (entity != null) {
                return Optional.of(entity);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object entity(Throwable failure) {
        if (failure instanceof OptimisticLockException conflict) {
            return conflict.getQuery() == null ? null : conflict.getObject();
        }
        return failure instanceof jakarta.persistence.OptimisticLockException conflict ? conflict.getEntity() : null;
    }

    /** By its class and key only: what else is in it may be nobody's business. */
    private static String shown(Object entity) {
        String name = entity.getClass().getSimpleName();
        return entity instanceof PersistenceEntity woven && woven._persistence_getId() != null
                ? name + " " + woven._persistence_getId()
                : name;
    }
}
