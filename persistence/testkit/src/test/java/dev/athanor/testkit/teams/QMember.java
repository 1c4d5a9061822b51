// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import java.util.Map;

public final class QMember extends EntityTable<Member> {
    public final QTeam.Reference<Member> team;
    public final NumberColumn<Integer> place;
    public final TextColumn name;
    public final NumberColumn<Short> points;
    public final BooleanColumn active;

    private QMember(String alias) {
        super(Member.class, Kept.in("member"), alias, Map.of());
        Columns columns = made();
        team = new QTeam.Reference<>(entityType(), "team", columns.asKey(), Map.of("number", "team_number"));
        place = columns.asKey().number("place", "place", SqlTypes.INTEGER);
        name = columns.text("name", "name");
        points = columns.number("points", "points", SqlTypes.SMALLINT);
        active = columns.bool("active", "active");
    }

    public static QMember as(String alias) {
        return new QMember(alias);
    }
}
