// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.NamedSchema;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaVisitor;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.SequenceOptions;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import dev.athanor.migrations.schema.TableConstraint;
import dev.athanor.migrations.schema.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes objects. */
record Making(ObjectNames names) implements SchemaVisitor<List<Step>> {
    private static List<Step> one(String sql) {
        return List.of(Step.of(sql));
    }

    @Override
    public List<Step> visit(NamedSchema schema) {
        return one("create schema " + names.schema(schema.name()));
    }

    @Override
    public List<Step> visit(Extension extension) {
        return one("create extension if not exists " + Identifiers.quoted(extension.name()));
    }

    @Override
    public List<Step> visit(EnumType type) {
        return one("create type " + names.of(type.name()) + " as enum ("
                + type.values().stream().map(Identifiers::literal).collect(Collectors.joining(", ")) + ")");
    }

    @Override
    public List<Step> visit(Sequence sequence) {
        SequenceOptions options = sequence.options();
        String type = options.type().equals("bigint") ? "" : " as " + options.type();
        List<Step> steps = new ArrayList<>(one("create sequence " + names.of(sequence.name()) + type + options.sql()));
        sequence.owner()
                .ifPresent(owner -> steps.add(Step.of("alter sequence " + names.of(sequence.name()) + " owned by "
                        + names.of(owner.table()) + "." + Identifiers.quoted(owner.name()))));
        return steps;
    }

    @Override
    public List<Step> visit(Table table) {
        List<Step> steps = new ArrayList<>();
        String parts = Stream.concat(
                        table.columns().stream().map(this::column),
                        table.constraints().stream()
                                .map(constraint -> "constraint " + Identifiers.quoted(constraint.name()) + " "
                                        + constraint.definition(names::of)))
                .map(part -> "\n  " + part)
                .collect(Collectors.joining(","));
        steps.add(
                Step.of("create table " + names.of(table.name()) + " (" + parts + (parts.isEmpty() ? "" : "\n") + ")"));
        table.indexes().forEach(index -> steps.add(Step.of(index(table.name(), index))));
        if (table.comment().isPresent()) {
            steps.add(Step.of(tableComment(table.name(), table.comment())));
        }
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> steps.add(Step.of(columnComment(table.name(), column))));
        table.rows()
                .forEach(row -> steps.add(Step.of("insert into " + names.of(table.name()) + " ("
                        + Identifiers.list(row.keySet()) + ") values (" + String.join(", ", row.values()) + ")")));
        return steps;
    }

    /** Rows that are there already are given time to get a value. */
    @Override
    public List<Step> visit(TableColumn added) {
        Column column = added.column();
        String table = "alter table " + names.of(added.table());
        boolean empty = !column.nullable()
                && column.defaultValue().isEmpty()
                && column.generated().isEmpty()
                && column.identity().isEmpty();
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(table + " add column " + column(empty ? column.withNullable(true) : column)));
        if (empty) {
            steps.add(Step.of(table + " alter column " + Identifiers.quoted(column.name()) + " set not null")
                    .noting("If the table has rows, fill the column here."));
        }
        if (column.comment().isPresent()) {
            steps.add(Step.of(columnComment(added.table(), column)));
        }
        return steps;
    }

    @Override
    public List<Step> visit(TableConstraint added) {
        return one("alter table " + names.of(added.table()) + " add constraint "
                + Identifiers.quoted(added.constraint().name()) + " "
                + added.constraint().definition(names::of));
    }

    @Override
    public List<Step> visit(TableIndex added) {
        return one(index(added.table(), added.index()));
    }

    String column(Column column) {
        return Identifiers.quoted(column.name()) + " " + type(column)
                + column.generated()
                        .map(expression -> " generated always as (" + expression + ") stored")
                        .orElse("")
                + column.identity().map(Making::identity).orElse("")
                + column.defaultValue().map(value -> " default " + value).orElse("")
                + (column.nullable() ? "" : " not null");
    }

    static String type(Column column) {
        return column.type()
                + column.collation().map(collation -> " collate " + collation).orElse("");
    }

    static String identity(Identity identity) {
        String options = identity.options().sql().strip();
        return " generated " + (identity.always() ? "always" : "by default") + " as identity"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    private String index(QualifiedName table, Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + Identifiers.quoted(index.name()) + " on "
                + names.of(table) + " " + index.definition();
    }

    String tableComment(QualifiedName table, Optional<String> comment) {
        return "comment on table " + names.of(table) + " is " + text(comment);
    }

    String columnComment(QualifiedName table, Column column) {
        return "comment on column " + names.of(table) + "." + Identifiers.quoted(column.name()) + " is "
                + text(column.comment());
    }

    private static String text(Optional<String> comment) {
        return comment.map(Identifiers::literal).orElse("null");
    }
}
