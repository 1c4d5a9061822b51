// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.audit;

import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.time.Instant;

/**
 * The table in which sessions keep the history of all audited entities, for statements about it; the resource
 * {@code dev/athanor/orm/athanor-history.sql} makes it. Immutable and thread-safe.
 *
 * <pre>{@code
 * HistoryTable h = HistoryTable.as("h");
 * session.list(select(h.tableName, h.kind, h.changes).from(h).where(h.changedBy.eq("ann")));
 * }</pre>
 */
public final class HistoryTable extends Table {
    /** Its name. */
    public static final String NAME = "athanor_history";

    /** What orders changes. */
    public final NumberColumn<Long> number = key(bigint("number"));

    /** The table that has, or had, the row; with its schema, if the mapping names one: {@code identity.users}. */
    public final TextColumn tableName = text("table_name");

    /** The key of the row, by its columns. */
    public final JsonColumn<String> rowKey = jsonb("row_key");

    /** {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
    public final TextColumn kind = text("kind");

    /** When. */
    public final TemporalColumn<Instant> changedAt = temporal("changed_at", SqlTypes.INSTANT);

    /** Who. */
    public final TextColumn changedBy = text("changed_by");

    /** An object with an attribute for each column that changed, of {@code old} and {@code new}. */
    public final JsonColumn<String> changes = jsonb("changes");

    private HistoryTable(String alias) {
        super(NAME, alias);
    }

    /** It under an alias. */
    public static HistoryTable as(String alias) {
        return new HistoryTable(alias);
    }
}
