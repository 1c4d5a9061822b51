// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.Deferral;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identifiers;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A schema by chance, of few names, so that two of them have much in common. Each seed gives one. For one use by one
 * thread.
 */
public final class RandomSchema {
    private static final List<String> TABLES = List.of("author", "book", "order", "Odd one", "tag");
    private static final List<String> COLUMNS = List.of("name", "user", "a b", "note", "Size", "made", "kind", "more");
    private static final Map<String, List<String>> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("text", List.of("''", "'a; b'", "'${x} # : \\ it''s'"));
        TYPES.put("character varying(20)", List.of("'x'"));
        TYPES.put("integer", List.of("0", "42"));
        TYPES.put("bigint", List.of("7"));
        TYPES.put("numeric(10,2)", List.of("1.50"));
        TYPES.put("boolean", List.of("true", "false"));
        TYPES.put("timestamp with time zone", List.of("now()", "'2020-01-01 00:00:00+00'"));
        TYPES.put("date", List.of("current_date"));
        TYPES.put("uuid", List.of("gen_random_uuid()"));
        TYPES.put("jsonb", List.of("'{}'"));
        TYPES.put("text[]", List.of("'{}'"));
        TYPES.put("interval", List.of("'1 day'"));
        TYPES.put("bytea", List.of("'\\x00'"));
        TYPES.put("mood", List.of("'CALM'"));
        TYPES.put("mood[]", List.of("'{CALM}'"));
    }

    private final Random random;
    private final List<Table> tables = new ArrayList<>();
    private final Map<QualifiedName, Column> keys = new LinkedHashMap<>();

    private RandomSchema(long seed) {
        this.random = new Random(seed);
    }

    /** That of a seed. */
    public static SchemaModel of(long seed) {
        return new RandomSchema(seed).made();
    }

    private boolean maybe(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private SchemaModel made() {
        for (String name : TABLES) {
            if (maybe(70)) {
                QualifiedName table = new QualifiedName(maybe(80) ? "public" : "Film", name);
                keys.put(
                        table,
                        Column.of("id", one(List.of("bigint", "integer", "uuid")))
                                .notNull());
            }
        }
        keys.keySet().forEach(name -> tables.add(table(name)));
        List<Sequence> sequences = new ArrayList<>();
        for (String name : List.of("numbers", "counts")) {
            if (maybe(50)) {
                sequences.add(new Sequence(
                        new QualifiedName("public", name),
                        SequenceOptions.of(
                                one(List.of("bigint", "integer")),
                                1 + random.nextInt(3),
                                one(List.of(1L, 50L, -1L)) == -1L ? 2 : 1),
                        owner()));
            }
        }
        return new SchemaModel(
                "public", Set.of("public", "Film"), List.of(), List.of(mood()), sequences, tables, List.of());
    }

    private Optional<ColumnName> owner() {
        List<QualifiedName> there = keys.keySet().stream()
                .filter(name -> name.schema().equals("public"))
                .toList();
        return there.isEmpty() || maybe(60) ? Optional.empty() : Optional.of(new ColumnName(one(there), "id"));
    }

    private EnumType mood() {
        List<String> values = new ArrayList<>(List.of("CALM", "WILD", "it's", "Sad; \"too\""));
        Collections.shuffle(values, random);
        while (values.size() > 1 && maybe(30)) {
            String last = values.get(values.size() - 1);
            values.remove(last.equals("CALM") ? values.get(0) : last);
        }
        return new EnumType(new QualifiedName("public", "mood"), values);
    }

    private Table table(QualifiedName name) {
        List<Column> columns = new ArrayList<>();
        Column key = Objects.requireNonNull(keys.get(name));
        columns.add(
                !key.type().equals("uuid") && maybe(50)
                        ? key.numbering(
                                new Identity(maybe(50), SequenceOptions.of(key.type(), 1 + random.nextInt(2) * 9, 1)))
                        : key);
        for (String column : COLUMNS) {
            if (maybe(60)) {
                columns.add(column(column));
            }
        }
        List<Constraint> constraints = new ArrayList<>();
        references(name, columns, constraints);
        computed(columns);
        constraints.add(PrimaryKey.of(name.name() + one(List.of("_pkey", "_key")), List.of("id")));
        constraints(name, columns, constraints);
        return new Table(name, columns, constraints, indexes(name, columns), comment());
    }

    private Optional<String> comment() {
        return maybe(30) ? Optional.of(one(List.of("What it's for; see: #1", "Line\nand \\ line"))) : Optional.empty();
    }

    private Column column(String name) {
        String type = one(List.copyOf(TYPES.keySet()));
        Column column = Column.of(name, type).withNullable(maybe(60));
        if (maybe(40)) {
            column = column.withDefault(one(Objects.requireNonNull(TYPES.get(type))) + "::" + type);
        }
        Optional<String> comment = comment();
        return comment.isPresent() ? column.withComment(comment.get()) : column;
    }

    private void references(QualifiedName name, List<Column> columns, List<Constraint> constraints) {
        keys.forEach((target, key) -> {
            if (maybe(25)) {
                String column = target.name() + "_id";
                columns.add(Column.of(column, key.type()));
                constraints.add(ForeignKey.of(
                                name.name() + "_" + column + "_fkey", List.of(column), target, List.of("id"))
                        .onDelete(one(List.of(
                                ReferenceAction.NO_ACTION, ReferenceAction.CASCADE, ReferenceAction.SET_NULL))));
            }
        });
    }

    private void computed(List<Column> columns) {
        Column of = one(columns);
        if (maybe(40) && of.type().matches("text|integer|bigint|character varying.*")) {
            columns.add(Column.of("computed", "text")
                    .generatedAs(
                            of.type().startsWith("text") || of.type().startsWith("char")
                                    ? one(List.of("upper", "lower")) + "(" + Identifiers.quoted(of.name()) + ")"
                                    : Identifiers.quoted(of.name()) + "::text"));
        }
    }

    private void constraints(QualifiedName name, List<Column> columns, List<Constraint> constraints) {
        for (Column column : columns) {
            String prefix = name.name() + "_" + column.name();
            if (maybe(15) && !column.type().equals("jsonb")) {
                constraints.add(new UniqueKey(
                        prefix + one(List.of("_key", "_unique")),
                        List.of(column.name()),
                        maybe(80),
                        one(List.of(Deferral.NONE, Deferral.DEFERRED))));
            }
            if (maybe(15)) {
                String quoted = Identifiers.quoted(column.name());
                constraints.add(Check.of(
                        prefix + "_check",
                        column.type().equals("mood")
                                ? quoted + " <> 'CALM'::mood"
                                : quoted + " is not null or " + one(List.of("id is not null", "true"))));
            }
        }
    }

    private List<Index> indexes(QualifiedName name, List<Column> columns) {
        List<Index> indexes = new ArrayList<>();
        for (Column column : columns) {
            String quoted = Identifiers.quoted(column.name());
            String prefix = name.name() + "_" + column.name();
            if (maybe(20) && !column.type().equals("jsonb")) {
                indexes.add(new Index(
                        prefix + one(List.of("_idx", "_index")),
                        List.of(quoted + one(List.of("", " desc", " desc nulls last", " nulls first"))),
                        "btree",
                        maybe(30),
                        true,
                        List.of(),
                        maybe(30) ? Optional.of(quoted + " is not null") : Optional.empty()));
            }
            if (maybe(30) && column.type().equals("text")) {
                indexes.add(Index.of(prefix + "_lower", List.of("lower(" + quoted + ")", "id desc"), maybe(50)));
            }
            if (maybe(40) && column.type().equals("jsonb")) {
                indexes.add(
                        new Index(prefix + "_gin", List.of(quoted), "gin", false, true, List.of(), Optional.empty()));
            }
        }
        return indexes;
    }
}
