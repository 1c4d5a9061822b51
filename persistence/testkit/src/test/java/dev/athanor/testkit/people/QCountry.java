// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.util.Map;

@SuppressWarnings("this-escape")
public final class QCountry extends EntityTable<Country> {
    public final TextColumn code;
    public final TextColumn name;
    public final ToMany<Country, Company, QCompany> companies;

    private QCountry(String alias) {
        super(Country.class, Kept.in("country"), alias, Map.of());
        Columns columns = made();
        code = columns.asKey().text("code", "code");
        name = columns.text("name", "name");
        companies = new ToMany<>(entityType(), "companies", target -> target.country.leadsTo(this));
    }

    public static QCountry as(String alias) {
        return new QCountry(alias);
    }

    public static QCountry table() {
        return new QCountry("country");
    }

    public static final class Reference<S> extends ToOne<S, Country, QCountry> {
        public final TextColumn code;

        public Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
            super(owner, attribute, columns.refers(attribute, names));
            code = columns.referring(attribute, names, Map.of()).text("code", "code");
        }
    }
}
