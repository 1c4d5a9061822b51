// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.testing.CurrentDataSource;
import dev.athanor.testing.Statements;
import java.util.List;
import javax.sql.DataSource;

/** A data source that leads to one database after the other, and tells the statements that run. */
public final class RecordedDatabase {
    private final CurrentDataSource current = new CurrentDataSource();
    private final Statements told = Statements.of(current);

    /** Leads to a database from now on. */
    public void use(DataSource next) {
        current.lead(next);
    }

    List<String> statements() {
        return told.texts();
    }

    int connections() {
        return told.connections();
    }

    void forget() {
        told.forget();
    }

    /** What leads there. */
    public DataSource dataSource() {
        return told.dataSource();
    }
}
