// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads rows that tell which of several classes they are of. */
final class UnionRows implements EntityRows {
    private final List<EntityRows> classes;
    private final int kind;

    UnionRows(List<EntityRows> classes, int kind) {
        this.classes = classes;
        this.kind = kind;
    }

    /** A row without an entity is as good as one of the first class: its values are all null. */
    @Override
    public Row read(ResultSet row) throws SQLException {
        return classes.get(row.getInt(kind)).read(row);
    }

    @Override
    public void resume() {
        classes.forEach(EntityRows::resume);
    }
}
