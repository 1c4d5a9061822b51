// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.depot;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.util.Map;

/** The table of bays. */
@SuppressWarnings("this-escape")
public final class QBay extends EntityTable<Bay> {
    public final TextColumn code;
    public final ToMany<Bay, Crate, QCrate> crates;

    private QBay(String alias) {
        super(Bay.class, Kept.in("dp_bay"), alias, Map.of());
        Columns columns = made();
        code = columns.asKey().text("code", "bay_cd");
        crates = new ToMany<>(entityType(), "crates", target -> target.bay.leadsTo(this));
    }

    public static QBay as(String alias) {
        return new QBay(alias);
    }

    /** Leads to a bay. */
    public static final class Reference<S> extends ToOne<S, Bay, QBay> {
        public final TextColumn code;

        Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
            super(owner, attribute, columns.refers(attribute, names));
            code = columns.referring(attribute, names, Map.of()).text("code", "bay_cd");
        }
    }
}
