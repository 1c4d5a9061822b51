// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one result, of which entities are made. For one thread. */
interface EntityRows {
    /** The row that the result is at. */
    Row read(ResultSet row) throws SQLException;

    /** Knows no more where the unit of work keeps entities: since the last row others may have cleared it. */
    default void resume() {}

    /** A row that was read. */
    interface Row {
        /** One of its values. */
        @Nullable
        Object value(int place);

        /** One of its values, counted from the end, where 1 is the last. */
        @Nullable
        Object fromEnd(int place);

        /** Its values, by the fields they are mapped to. */
        AbstractRecord values();

        /** The class that its table belongs to; the entity may be of one below. */
        ClassDescriptor descriptor();

        /** The managed entity; null if there is none, as an outer join may have it. */
        @Nullable
        Object entity();
    }
}
