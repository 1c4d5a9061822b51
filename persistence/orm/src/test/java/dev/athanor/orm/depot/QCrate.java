// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.depot;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import java.util.Map;

// region table
/** The table of crates. */
public final class QCrate extends EntityTable<Crate> {
    public final NumberColumn<Long> number;
    public final TextColumn content;
    public final NumberColumn<Integer> weight;
    public final QBay.Reference<Crate> bay;

    private QCrate(String alias) {
        super(Crate.class, Kept.in("dp_crate"), alias, Map.of());
        Columns columns = made();
        number = columns.asKey().number("number", "crate_no", SqlTypes.BIGINT);
        content = columns.text("content", "cntnt");
        weight = columns.number("weight", "kg", SqlTypes.INTEGER);
        bay = new QBay.Reference<>(entityType(), "bay", columns, Map.of("bay_cd", "bay_cd"));
    }

    public static QCrate as(String alias) {
        return new QCrate(alias);
    }
}
// endregion
