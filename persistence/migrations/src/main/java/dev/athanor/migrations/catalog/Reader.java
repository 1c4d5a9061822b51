// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.Deferral;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Exclusion;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.ReferenceAction;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.SequenceOptions;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.UniqueKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads schemas from PostgreSQL's catalogs, in a handful of queries. For one use by one thread. */
final class Reader {
    private final Connection connection;
    private final SchemaNames names;

    private final Map<Long, QualifiedName> tables = new LinkedHashMap<>();
    private final Map<Long, String> comments = new HashMap<>();
    private final Map<Long, List<Column>> columns = new HashMap<>();
    private final Map<Long, List<Constraint>> constraints = new HashMap<>();
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final List<String> notCompared = new ArrayList<>();

    Reader(Connection connection, SchemaNames names) {
        this.connection = connection;
        this.names = names;
    }

    SchemaModel read() throws SQLException {
        each(Queries.TABLE_NAMES, this::table);
        each(Queries.COLUMNS, row -> columns.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                .add(column(row)));
        each(Queries.CONSTRAINTS, row -> constraints
                .computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                .add(constraint(row)));
        each(Queries.INDEXES, row -> indexes.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                .add(index(row)));
        each(Queries.OTHERS, row -> notCompared.add(names.text(row.getString(1))));
        Set<String> schemas = new TreeSet<>();
        each(Queries.SCHEMAS, row -> schemas.add(names.known(row.getString(1))));
        List<Extension> extensions = new ArrayList<>();
        each(Queries.EXTENSIONS, row -> extensions.add(new Extension(row.getString(1))));
        List<EnumType> enums = new ArrayList<>();
        each(Queries.ENUMS, row -> enums.add(new EnumType(name(row, 1), strings(row, 3))));
        List<Sequence> sequences = new ArrayList<>();
        each(Queries.SEQUENCES, row -> sequences.add(sequence(row)));
        return new SchemaModel(names.mainSchema(), schemas, extensions, enums, sequences, made(), notCompared);
    }

    private List<Table> made() {
        List<Table> made = new ArrayList<>();
        tables.forEach((oid, name) -> made.add(new Table(
                name,
                columns.getOrDefault(oid, List.of()),
                constraints.getOrDefault(oid, List.of()),
                indexes.getOrDefault(oid, List.of()),
                Optional.ofNullable(comments.get(oid)))));
        return made;
    }

    private void each(String query, RowWork work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int places = statement.getParameterMetaData().getParameterCount();
            Array schemas = connection.createArrayOf("text", names.there());
            for (int place = 1; place <= places; place++) {
                statement.setArray(place, schemas);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    work.on(row);
                }
            }
        }
    }

    private QualifiedName name(ResultSet row, int place) throws SQLException {
        return new QualifiedName(names.known(row.getString(place)), row.getString(place + 1));
    }

    private void table(ResultSet row) throws SQLException {
        long oid = row.getLong(1);
        tables.put(oid, name(row, 2));
        String comment = row.getString(4);
        if (comment != null) {
            comments.put(oid, comment);
        }
    }

    private Column column(ResultSet row) throws SQLException {
        Optional<String> expression = text(row, 5);
        String computed = row.getString(6);
        boolean generated = !computed.isEmpty();
        String identity = row.getString(7);
        if (computed.equals("v")) {
            notCompared.add("that column " + row.getString(2) + " of " + tables.get(row.getLong(1))
                    + " is computed when it is read");
        }
        return new Column(
                row.getString(2),
                names.text(row.getString(3)),
                !row.getBoolean(4),
                generated ? Optional.empty() : expression,
                generated ? expression.map(Parentheses::without) : Optional.empty(),
                identity.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Identity(
                                identity.equals("a"), options(row, 10), Optional.ofNullable(row.getString(17)))),
                text(row, 8),
                Optional.ofNullable(row.getString(9)));
    }

    private static SequenceOptions options(ResultSet row, int place) throws SQLException {
        return new SequenceOptions(
                row.getString(place),
                row.getLong(place + 1),
                row.getLong(place + 2),
                row.getLong(place + 3),
                row.getLong(place + 4),
                row.getLong(place + 5),
                row.getBoolean(place + 6));
    }

    private Sequence sequence(ResultSet row) throws SQLException {
        Optional<ColumnName> owner = row.getString(12) == null
                ? Optional.empty()
                : Optional.of(new ColumnName(name(row, 10), row.getString(12)));
        return new Sequence(name(row, 1), options(row, 3), owner);
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString(3);
        List<String> own = strings(row, 4);
        Deferral deferral = deferral(row.getBoolean(9), row.getBoolean(10));
        return switch (row.getString(2)) {
            case "p" -> new PrimaryKey(name, own, deferral);
            case "u" -> new UniqueKey(name, own, !row.getBoolean(16), deferral);
            case "c" -> new Check(name, Parentheses.without(names.text(row.getString(14))), row.getBoolean(11));
            case "x" -> new Exclusion(name, names.text(row.getString(15)));
            default ->
                new ForeignKey(
                        name,
                        own,
                        name(row, 12),
                        strings(row, 5),
                        action(row.getString(6)),
                        action(row.getString(7)),
                        row.getString(8).equals("f"),
                        deferral,
                        row.getBoolean(11));
        };
    }

    private static Deferral deferral(boolean deferrable, boolean deferred) {
        if (deferred) {
            return Deferral.DEFERRED;
        }
        return deferrable ? Deferral.DEFERRABLE : Deferral.NONE;
    }

    private static ReferenceAction action(String code) {
        return switch (code) {
            case "r" -> ReferenceAction.RESTRICT;
            case "c" -> ReferenceAction.CASCADE;
            case "n" -> ReferenceAction.SET_NULL;
            case "d" -> ReferenceAction.SET_DEFAULT;
            default -> ReferenceAction.NO_ACTION;
        };
    }

    private Index index(ResultSet row) throws SQLException {
        if (!row.getBoolean(9)) {
            notCompared.add("whether index " + row.getString(2) + " of " + tables.get(row.getLong(1))
                    + " is complete: it is not valid");
        }
        return new Index(
                row.getString(2),
                strings(row, 6).stream().map(names::text).toList(),
                row.getString(3),
                row.getBoolean(4),
                !row.getBoolean(5),
                strings(row, 7),
                text(row, 8));
    }

    private Optional<String> text(ResultSet row, int place) throws SQLException {
        return Optional.ofNullable(row.getString(place)).map(names::text);
    }

    private static List<String> strings(ResultSet row, int place) throws SQLException {
        Array array = row.getArray(place);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** What is done with a row. */
    private interface RowWork {
        void on(ResultSet row) throws SQLException;
    }
}
