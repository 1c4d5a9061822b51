// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ToOne;
import dev.athanor.sql.ValueColumn;
import java.util.Map;
import java.util.UUID;

@SuppressWarnings("this-escape")
public final class QCompany extends EntityTable<Company> {
    public final ValueColumn<UUID> id;
    public final TextColumn name;
    public final Reference<Company> parent;
    public final QCountry.Reference<Company> country;

    private QCompany(String alias) {
        super(Company.class, Kept.in("work", "company"), alias, Map.of());
        Columns columns = made();
        id = columns.asKey().value("id", "id", SqlTypes.UUID);
        name = columns.text("name", "name");
        parent = new Reference<>(entityType(), "parent", columns, Map.of("id", "parent_id"));
        country = new QCountry.Reference<>(entityType(), "country", columns, Map.of("code", "country_code"));
    }

    public static QCompany as(String alias) {
        return new QCompany(alias);
    }

    public static QCompany table() {
        return new QCompany("company");
    }

    public static final class Reference<S> extends ToOne<S, Company, QCompany> {
        public final ValueColumn<UUID> id;

        public Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
            super(owner, attribute, columns.refers(attribute, names));
            id = columns.referring(attribute, names, Map.of()).value("id", "id", SqlTypes.UUID);
        }
    }
}
