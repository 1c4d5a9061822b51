// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SequenceOptions;
import dev.athanor.migrations.schema.Table;
import dev.athanor.orm.audit.HistoryTable;
import java.util.List;
import java.util.Optional;

/** The table in which sessions keep the history of audited entities, as {@code athanor-history.sql} makes it. */
final class History {
    private History() {}

    static Table in(String schema) {
        return new Table(
                new QualifiedName(schema, HistoryTable.NAME),
                List.of(
                        Column.of("number", "bigint")
                                .notNull()
                                .numbering(new Identity(true, SequenceOptions.standard())),
                        Column.of("table_name", "text").notNull(),
                        Column.of("row_key", "jsonb").notNull(),
                        Column.of("kind", "text").notNull(),
                        Column.of("changed_at", "timestamptz").notNull(),
                        Column.of("changed_by", "text"),
                        Column.of("changes", "jsonb").notNull()),
                List.of(
                        PrimaryKey.of("athanor_history_pkey", List.of("number")),
                        Check.of("athanor_history_kind_check", "kind in ('INSERT', 'UPDATE', 'DELETE')")),
                List.of(Index.of("athanor_history_of_row", List.of("table_name", "row_key", "number"), false)),
                Optional.empty());
    }
}
