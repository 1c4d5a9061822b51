// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The tables of people, each by itself: what the typed tables of their classes have joined. */
final class PeopleTables {
    private static final String SCHEMA = "workforce";

    private PeopleTables() {}

    static final class People extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TemporalColumn<Instant> createdAt = instant("created_at");
        final TextColumn createdBy = text("created_by");
        final TemporalColumn<Instant> updatedAt = instant("updated_at");
        final TextColumn updatedBy = text("updated_by");
        final NumberColumn<Integer> version = integer("version");
        final TextColumn firstName = text("first_name");
        final TextColumn lastName = text("last_name");
        final TemporalColumn<LocalDate> since = date("since");
        final TextColumn kind = text("kind");

        People() {
            super(SCHEMA, "person", "person");
        }
    }

    static final class Employees extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final NumberColumn<Long> department = bigint("department_id");
        final NumberColumn<Long> manager = bigint("manager_id");
        final NumberColumn<BigDecimal> salary = numeric("salary");

        Employees() {
            super(SCHEMA, "employee", "employee");
        }
    }

    static final class Managers extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final NumberColumn<BigDecimal> bonus = numeric("bonus");

        Managers() {
            super(SCHEMA, "manager", "manager");
        }
    }

    static final class Contracts extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn company = text("company");
        final NumberColumn<BigDecimal> hourlyRate = numeric("hourly_rate");
        final TemporalColumn<LocalDate> until = date("until");

        Contracts() {
            super(SCHEMA, "contractor", "contractor");
        }
    }
}
