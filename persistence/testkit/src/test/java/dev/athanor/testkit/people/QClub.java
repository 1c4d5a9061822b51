// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.Link;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ToMany;
import java.util.List;
import java.util.Map;

public final class QClub extends EntityTable<Club> {
    public final NumberColumn<Integer> number;
    public final TextColumn name;
    public final NumberColumn<Integer> fee;
    public final ToMany<Club, RightPerson, QRightPerson> members;

    private QClub(String alias) {
        super(Club.class, Kept.in("club"), alias, Map.of());
        Columns columns = made();
        number = columns.asKey().number("number", "number", SqlTypes.INTEGER);
        name = columns.text("name", "name");
        fee = columns.number("fee", "fee", SqlTypes.INTEGER);
        Link link =
                new Link(Kept.in("club_member"), List.of("club"), List.of("number"), List.of("person"), List.of("id"));
        members = new ToMany<>(entityType(), "members", columns.linked("members", link));
    }

    public static QClub as(String alias) {
        return new QClub(alias);
    }

    public static QClub table() {
        return new QClub("club");
    }
}
