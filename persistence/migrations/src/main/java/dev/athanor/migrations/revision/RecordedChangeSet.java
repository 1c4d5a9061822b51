// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.changelog.ChangeSet;

/**
 * How Liquibase knows a change set that was applied. Immutable.
 *
 * @param file its file, which is the id of its revision
 * @param id its id
 * @param author who wrote it
 */
record RecordedChangeSet(String file, String id, String author) {
    static RecordedChangeSet of(ChangeSet changeSet) {
        return new RecordedChangeSet(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
    }

    /** What a database has, with the check sums. Read without Liquibase, whose services remember every connection. */
    static Map<RecordedChangeSet, Optional<String>> read(Connection connection) throws SQLException {
        Map<RecordedChangeSet, Optional<String>> recorded = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('databasechangelog') is not null")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return recorded;
                }
            }
            try (ResultSet row = statement.executeQuery("select filename, id, author, md5sum from databasechangelog")) {
                while (row.next()) {
                    recorded.put(
                            new RecordedChangeSet(row.getString(1), row.getString(2), row.getString(3)),
                            Optional.ofNullable(row.getString(4)));
                }
            }
        }
        return recorded;
    }
}
