// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity is written by a flush. Rows that statements write themselves are told as {@link StatementEvent} only. What
 * a listener changes in an entity before it is written, is written.
 */
public sealed interface EntityEvent extends SessionEvent {
    /** The entity. */
    Object entity();

    /** Its key; null before an insert if the database gives it. */
    @Nullable
    Object key();

    /** The attributes that are written, as far as they are known and loaded. */
    List<AttributeChange> changes();

    /** It is about to be inserted. */
    record BeforeInsert(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public BeforeInsert {
            changes = List.copyOf(changes);
        }

        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /** It is inserted. */
    record AfterInsert(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public AfterInsert {
            changes = List.copyOf(changes);
        }
    }

    /** It is about to be updated. */
    record BeforeUpdate(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public BeforeUpdate {
            changes = List.copyOf(changes);
        }

        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /** It is updated. */
    record AfterUpdate(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public AfterUpdate {
            changes = List.copyOf(changes);
        }
    }

    /** It is about to be deleted. */
    record BeforeDelete(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public BeforeDelete {
            changes = List.copyOf(changes);
        }

        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /** It is deleted. */
    record AfterDelete(
            EventScope scope, Object entity, @Nullable Object key, List<AttributeChange> changes)
            implements EntityEvent {
        /** Keeps a copy. */
        public AfterDelete {
            changes = List.copyOf(changes);
        }
    }
}
