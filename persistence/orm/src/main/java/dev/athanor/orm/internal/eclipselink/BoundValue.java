// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.persistence.internal.databaseaccess.BindCallCustomParameter;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.jspecify.annotations.Nullable;

/**
 * A value, or a null, that knows its type in the database. Equal by its value. Relies on EclipseLink letting parameters
 * of this kind bind themselves; TypesTest would notice.
 */
final class BoundValue extends BindCallCustomParameter {
    private static final long serialVersionUID = 1L;

    private final TypeConverter<?> converter;

    BoundValue(TypeConverter<?> converter, @Nullable Object value) {
        super(value);
        this.converter = converter;
    }

    @Nullable
    Object value() {
        return obj;
    }

    /** As rows in bulk have it. */
    @Nullable
    Object plain() {
        return obj == null ? null : converter.plain(obj);
    }

    @Override
    public void set(DatabasePlatform platform, PreparedStatement statement, int index, AbstractSession session)
            throws SQLException {
        converter.bind(statement, index, obj);
    }

    @Override
    public void set(DatabasePlatform platform, CallableStatement statement, String name, AbstractSession session)
            throws SQLException {
        throw new SQLException("procedures take parameters by position");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof BoundValue bound
                        && converter.isLike(bound.converter)
                        && (Objects.equals(obj, bound.obj) || converter.isSame(obj, bound.obj)));
    }

    @Override
    public int hashCode() {
        return converter.hash(obj);
    }

    @Override
    public String toString() {
        return String.valueOf(obj);
    }
}
