// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Expr;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that a check makes, in the place of those that statements name. For one use by one thread. */
final class TemporaryTables {
    private final Map<Name, TemporaryTable> tables = new LinkedHashMap<>();

    /** All of them. */
    Collection<TemporaryTable> all() {
        return Collections.unmodifiableCollection(tables.values());
    }

    /** The one in the place of a table: of the same name, unless tables of two schemas share it. */
    TemporaryTable of(TableSource source) {
        Name name = Name.of(source);
        TemporaryTable known = tables.get(name);
        if (known != null) {
            return known;
        }
        boolean taken = tables.keySet().stream().anyMatch(other -> other.name.equals(name.name));
        TemporaryTable made = new TemporaryTable(taken ? "athanor_" + tables.size() + "_" + name.name : name.name);
        tables.put(name, made);
        return made;
    }

    /** The place of a column, which the table there then has. */
    Slot slot(Expr<?> column) {
        return slot((ColumnReference) column.node(), column);
    }

    /** Makes the column of an attribute as its annotations say, where its type leaves that open. */
    void define(Attribute.Basic basic) {
        SqlType<?> type = basic.column().expression().type();
        Slot slot = slot(basic.column().expression());
        Optional<String> digits = basic.limits()
                .digits()
                .filter(said -> type.name().equals("numeric"))
                .map(said -> "numeric(" + said.precision() + ", " + said.scale() + ")");
        slot.table().define(slot.column(), type, basic.limits().definition().or(() -> digits));
    }

    /** The place of a column of the same type as another. */
    Slot slot(ColumnReference column, Expr<?> like) {
        return of(table(column.source())).slot(column.name(), like.type());
    }

    /** The place of a column that its table has by now; none otherwise. */
    Optional<Slot> known(ColumnReference column) {
        return Optional.ofNullable(tables.get(Name.of(table(column.source()))))
                .filter(table -> table.columns().containsKey(column.name()))
                .map(table -> new Slot(table, column.name()));
    }

    /** Whether its table has a column by now, or computes it. */
    boolean has(ColumnReference column) {
        TemporaryTable table = tables.get(Name.of(table(column.source())));
        return table != null && (table.columns().containsKey(column.name()) || table.computes(column.name()));
    }

    /** The table that columns of a source are in. */
    static TableSource table(Source source) {
        if (source instanceof TableSource table) {
            return table;
        }
        if (source instanceof JoinedSource joined) {
            return joined.root();
        }
        if (source instanceof PartSource part) {
            return part.whole().parts().stream()
                    .map(JoinedSource.Part::table)
                    .filter(table -> table.alias().equals(part.alias()))
                    .findFirst()
                    .orElse(part.whole().root());
        }
        throw new IllegalArgumentException("\"" + source.alias() + "\" is no table");
    }

    /** A statement about these tables in the place of those it names. */
    Command replaced(Command command) {
        return new Mapper() {
            @Override
            protected Node change(Node node) {
                return node instanceof TableSource source ? temporary(source) : super.change(node);
            }
        }.map(command);
    }

    private TableSource temporary(TableSource source) {
        TemporaryTable table = tables.get(Name.of(source));
        return table == null ? source : new TableSource(Optional.empty(), table.name(), source.alias());
    }

    /** The tables of an expression, by their names, for which there is none here. */
    Set<String> missing(Node expression) {
        Set<String> missing = new LinkedHashSet<>();
        for (TableSource source : sources(expression)) {
            if (!tables.containsKey(Name.of(source))) {
                missing.add(Name.of(source).toString());
            }
        }
        return missing;
    }

    /** The columns of an expression. */
    static List<ColumnReference> columns(Node expression) {
        return parts(expression, ColumnReference.class);
    }

    private static List<TableSource> sources(Node expression) {
        return parts(expression, TableSource.class);
    }

    private static <N extends Node> List<N> parts(Node expression, Class<N> kind) {
        List<N> parts = new ArrayList<>();
        new Mapper() {
            @Override
            protected Node change(Node node) {
                if (kind.isInstance(node)) {
                    parts.add(kind.cast(node));
                }
                return super.change(node);
            }
        }.map(expression);
        return parts;
    }

    /** The temporary tables that an expression reads. */
    Set<TemporaryTable> read(Node expression) {
        Set<TemporaryTable> read = new LinkedHashSet<>();
        for (TableSource source : sources(expression)) {
            TemporaryTable table = tables.get(Name.of(source));
            if (table != null) {
                read.add(table);
            }
        }
        return read;
    }

    /** The name of a table in a statement. */
    private record Name(Optional<String> schema, String name) {
        static Name of(TableSource source) {
            return new Name(source.schema(), source.name());
        }

        @Override
        public String toString() {
            return schema.map(known -> known + ".").orElse("") + name;
        }
    }
}
