// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import java.util.Map;

public final class QOffice extends EntityTable<Office> {
    public final NumberColumn<Integer> room;
    public final QTeam.Reference<Office> team;

    private QOffice(String alias) {
        super(Office.class, Kept.in("office"), alias, Map.of());
        Columns columns = made();
        room = columns.asKey().number("room", "room", SqlTypes.INTEGER);
        team = new QTeam.Reference<>(entityType(), "team", columns, Map.of("number", "team_number"));
    }

    public static QOffice as(String alias) {
        return new QOffice(alias);
    }
}
