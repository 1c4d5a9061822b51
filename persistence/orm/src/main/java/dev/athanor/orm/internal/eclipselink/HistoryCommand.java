// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.audit.HistoryTable;
import dev.athanor.orm.audit.Revision;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.CommonTable.Materialization;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Insertion;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the history of rows that another statement gives, each as a document before and after. Immutable.
 *
 * @param table what the rows are of
 * @param auditing who does it
 * @param now when
 */
record HistoryCommand(AuditedTable table, Auditing auditing, Instant now) {
    static final String BEFORE = "athanor_before";
    static final String AFTER = "athanor_after";
    static final String KIND = "athanor_kind";
    private static final String CHANGED = "athanor_changed";
    private static final String CHANGES = "athanor_changes";
    private static final Expression MASK = new Template(List.of("cast('\"***\"' as jsonb)"), List.of());
    private static final Expression NOTHING = new Template(List.of("cast(null as jsonb)"), List.of());

    /** A whole row as a document. */
    static Expression document(Source source) {
        String alias = "\"" + source.alias().replace("\"", "\"\"") + "\"";
        return new Template(List.of("to_jsonb(" + alias + ".*)"), List.of());
    }

    static Expression nothing() {
        return NOTHING;
    }

    /** A document that was read before. */
    static Expression known(String document) {
        return new Template(List.of("cast(", " as jsonb)"), List.of(Bind.of(SqlTypes.TEXT, document)));
    }

    static Expression kind(Revision.Kind kind) {
        return new Constant(SqlTypes.TEXT, kind.name());
    }

    /** The rows of a change: what it gives, then what it did. */
    static CommonTableSource changed(Command command) {
        return new CommonTableSource(
                CHANGED, Optional.of(new CommonTable(CHANGED, command, false, Materialization.DEFAULT)), CHANGED);
    }

    /** What such a command has to select, or return, in addition. */
    static List<Expression> given(Expression before, Expression after, Expression kind) {
        return List.of(new Labelled(before, BEFORE), new Labelled(after, AFTER), new Labelled(kind, KIND));
    }

    static Selection select(List<Expression> selected, List<Source> from, Optional<Expression> where, Tail tail) {
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        selected,
                        from,
                        List.of(),
                        where,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        tail));
    }

    /** The statement that writes; rows in which nothing differs have none. */
    Insertion writing(CommonTableSource changed) {
        return writing(changed, new ColumnReference(changed, BEFORE), List.of());
    }

    /** The same of a change that cannot give rows as they were: another table has these, that is joined to it. */
    Insertion writing(CommonTableSource changed, Join old) {
        return writing(changed, document(old.source()), List.of(old));
    }

    private Insertion writing(CommonTableSource changed, Expression before, List<Join> joins) {
        Expression after = new ColumnReference(changed, AFTER);
        Selection rows = Clauses.select(
                List.of(
                        new Labelled(key(Call.of("coalesce", before, after)), "row_key"),
                        new Labelled(new ColumnReference(changed, KIND), "kind"),
                        new Labelled(changes(before, after), "changes")),
                changed,
                joins,
                List.of(),
                List.of());
        DerivedSource source = new DerivedSource(rows, CHANGES, false);
        Selection written = select(
                List.of(
                        new Constant(SqlTypes.TEXT, Names.qualified(table.table())),
                        new ColumnReference(source, "row_key"),
                        new ColumnReference(source, "kind"),
                        cast(Bind.of(SqlTypes.INSTANT, now), "timestamptz"),
                        cast(
                                auditing.who()
                                        .map(who -> Bind.of(SqlTypes.TEXT, who))
                                        .orElseGet(() -> Bind.ofNull(SqlTypes.TEXT)),
                                "text"),
                        new ColumnReference(source, "changes")),
                List.of(source),
                Optional.of(new Operation(Operator.IS_NOT_NULL, List.of(new ColumnReference(source, "changes")))),
                Tail.NONE);
        return new Insertion(
                List.of(),
                new Insertion.Parts(
                        new TableSource(Optional.empty(), HistoryTable.NAME, HistoryTable.NAME),
                        List.of("table_name", "row_key", "kind", "changed_at", "changed_by", "changes"),
                        List.of(),
                        Optional.of(written),
                        false,
                        Optional.empty(),
                        List.of()));
    }

    private static Expression cast(Expression value, String type) {
        return new Template(List.of("cast(", " as " + type + ")"), List.of(value));
    }

    private Expression key(Expression row) {
        List<Expression> parts = new ArrayList<>();
        for (String key : table.keys()) {
            Expression name = new Constant(SqlTypes.TEXT, key);
            parts.add(name);
            parts.add(new Template(List.of("(", " -> ", ")"), List.of(row, name)));
        }
        return Call.of(Call.Kind.PLAIN, "jsonb_build_object", parts);
    }

    private Expression changes(Expression before, Expression after) {
        Expression masked = cast(
                Bind.of(SqlTypes.TEXT.list(), table.masked().stream().sorted().toList()), "text[]");
        return new Template(
                List.of(
                        "(select jsonb_object_agg(name, jsonb_build_object('old', case when hidden and old <> 'null'"
                                + " then ",
                        " else old end, 'new', case when hidden and new <> 'null' then ",
                        " else new end)) from (select coalesce(b.key, a.key) as name, coalesce(b.key, a.key) = any (",
                        ") as hidden, coalesce(b.value, 'null') as old, coalesce(a.value, 'null') as new from"
                                + " jsonb_each(",
                        ") b full join jsonb_each(",
                        ") a on a.key = b.key) d where old <> new)"),
                List.of(MASK, MASK, masked, before, after));
    }
}
