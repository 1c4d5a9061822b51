// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.reference;

import liquibase.database.DatabaseConnection;
import liquibase.database.core.PostgresDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit, for Liquibase to compare with: a PostgreSQL that has the unit's schema and nothing else, read by
 * what Liquibase reads any PostgreSQL with. For one thread at a time.
 */
public final class ModelDatabase extends PostgresDatabase {
    @Override
    public String getShortName() {
        return "athanor";
    }

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean isCorrectDatabaseImplementation(DatabaseConnection connection) {
        return connection instanceof ModelConnection;
    }

    @Override
    public @Nullable String getDefaultDriver(String url) {
        return ModelUrl.fits(url) ? ModelDriver.class.getName() : null;
    }

    /** Would set the search path anew. */
    @Override
    public void rollback() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
