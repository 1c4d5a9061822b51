// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.written;

import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.ToMany;
import java.util.Map;

/** A table in a schema. */
public final class QHarbour extends EntityTable<Harbour> {
    public final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));

    private QHarbour(String alias) {
        super(Harbour.class, Kept.in("sea", "harbour"), alias, Map.of());
    }

    public static QHarbour as(String alias) {
        return new QHarbour(alias);
    }

    /** A relation by a method, made when it is asked for. */
    public ToMany<Harbour, Ship, QShip> ships() {
        return new ToMany<>(Harbour.class, "ships", ship -> ship.home.id.eq(id));
    }
}
