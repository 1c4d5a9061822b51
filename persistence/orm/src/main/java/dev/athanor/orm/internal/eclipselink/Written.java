// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Statement;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.TableSource;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a statement means for entities if it writes rows itself: those it returns are as it left them, and the cache
 * that units of work share does not keep what it had when the transaction commits. Relies on a unit of work asking the
 * bulk updates that it stores to change the shared cache; SessionWriteTest would notice. For one use by one thread.
 */
final class Written {
    private final Command command;
    private final UnitOfWorkImpl unit;

    private Written(Command command, UnitOfWorkImpl unit) {
        this.command = command;
        this.unit = unit;
    }

    static Written by(Statement statement, UnitOfWorkImpl unit) {
        return by(statement.command(), unit);
    }

    static Written by(Command command, UnitOfWorkImpl unit) {
        return new Written(command, unit);
    }

    /** Whether it writes at all. */
    static boolean writes(Statement statement) {
        return !Changes.in(statement.command()).isEmpty();
    }

    /** Whether entities that are there already have to take the values it returns. */
    boolean refreshes() {
        return command instanceof Modification
                || (command instanceof Insertion insertion
                        && insertion.parts().conflict().isPresent());
    }

    /** The statement returned an entity. */
    void returned(@Nullable Object entity) {
        if (entity != null && command instanceof Deletion) {
            deleted(entity, unit);
        }
    }

    /** An entity has no row any more. */
    static void deleted(Object entity, UnitOfWorkImpl unit) {
        if (unit.getUnitOfWorkChangeSet() == null) {
            unit.setUnitOfWorkChangeSet(new UnitOfWorkChangeSet(unit));
        }
        unit.addObjectDeletedDuringCommit(entity, unit.getDescriptor(entity));
    }

    /** The statement is done. */
    void done() {
        for (Command change : Changes.in(command)) {
            unit.getDescriptors().values().stream()
                    .filter(descriptor -> isIn(Changes.target(change), descriptor))
                    .forEach(descriptor -> unit.storeModifyAllQuery(new Invalidation(descriptor)));
        }
    }

    static boolean isIn(TableSource table, ClassDescriptor descriptor) {
        return !descriptor.isAggregateDescriptor()
                && descriptor.getTables().stream().anyMatch(other -> Names.isOf(other, table));
    }

    /** Forgets all entities of a class in the shared cache. */
    private static final class Invalidation extends UpdateAllQuery {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("this-escape") // for one use
        Invalidation(ClassDescriptor descriptor) {
            super(descriptor.getJavaClass());
            setDescriptor(descriptor);
        }

        @Override
        public void mergeChangesIntoSharedCache() {
            getSession().getIdentityMapAccessor().invalidateClass(getReferenceClass());
        }
    }
}
