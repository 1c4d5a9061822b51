// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Changes of a schema by chance that keep all rows but for the values of columns that go. For one use by one thread.
 */
final class GentleChange {
    private static final Map<String, String> WIDER = Map.of(
            "integer", "bigint",
            "character varying(20)", "text",
            "numeric(10,2)", "numeric(14,2)",
            "date", "timestamp with time zone");

    private final Random random;
    private final Set<String> lost = new HashSet<>();
    private SchemaModel model;
    private Renames answers = Renames.none().droppingAll();

    GentleChange(SchemaModel before, long seed) {
        this.random = new Random(seed);
        List<EnumType> enums = before.enums().stream().map(this::grown).toList();
        this.model = new SchemaModel(
                before.mainSchema(),
                before.schemas(),
                before.extensions(),
                enums,
                before.sequences(),
                before.tables().stream().map(this::changed).toList(),
                List.of());
        before.tables().forEach(this::rename);
    }

    SchemaModel model() {
        return model;
    }

    Renames answers() {
        return answers;
    }

    /** Columns that go. */
    Set<String> lost() {
        return lost;
    }

    private boolean maybe(int percent) {
        return random.nextInt(100) < percent;
    }

    private EnumType grown(EnumType type) {
        List<String> values = new ArrayList<>(type.values());
        if (maybe(30)) {
            values.add(random.nextInt(values.size() + 1), "NEW");
        }
        return new EnumType(type.name(), values);
    }

    private Table changed(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (maybe(15) && column.nullable() && isAlone(table, column)) {
                lost.add(table.name().sql() + "." + column.name());
            } else {
                columns.add(changed(table, column));
            }
        }
        if (maybe(40)) {
            columns.add(Column.of("added", "text").withDefault("'x'::text").withNullable(maybe(50)));
        }
        if (maybe(20)) {
            columns.add(Column.of("sum", "text").generatedAs("((id)::text || 'x'::text)"));
        }
        List<Constraint> constraints = new ArrayList<>(table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || maybe(80))
                .toList());
        if (maybe(30)) {
            constraints.add(Check.of(table.name().name() + "_id_there", "id is not null"));
        }
        List<Index> indexes = new ArrayList<>(
                table.indexes().stream().filter(index -> maybe(80)).toList());
        if (maybe(30)) {
            indexes.add(Index.of(table.name().name() + "_by_id", List.of("id desc"), false));
        }
        return new Table(
                table.name(), columns, constraints, indexes, maybe(80) ? table.comment() : Optional.of("Other"));
    }

    private Column changed(Table table, Column column) {
        Column other = column;
        boolean key = table.primaryKey()
                .filter(of -> of.columns().contains(column.name()))
                .isPresent();
        if (!key && maybe(20) && column.generated().isEmpty()) {
            other = other.withNullable(true);
        }
        if (maybe(25) && WIDER.containsKey(column.type()) && isAlone(table, column)) {
            other = other.withType(WIDER.get(column.type())).withDefault(Optional.empty());
        } else if (maybe(20)
                && column.identity().isEmpty()
                && column.generated().isEmpty()) {
            other = other.withDefault(Optional.empty());
        }
        return maybe(10) ? other.withComment("Other") : other;
    }

    /** Whether nothing else names it. */
    private static boolean isAlone(Table table, Column column) {
        Mention mention = Mention.of(column.name());
        return !column.name().equals("id")
                && column.generated().isEmpty()
                && table.columns().stream()
                        .flatMap(each -> each.generated().stream())
                        .noneMatch(mention::isIn)
                && table.constraints().stream()
                        .noneMatch(constraint -> mention.isIn(constraint.definition(QualifiedName::sql)))
                && table.indexes().stream().noneMatch(index -> mention.isIn(index.definition()));
    }

    private void rename(Table table) {
        QualifiedName name = table.name();
        for (Column column : table.columns()) {
            boolean stays =
                    model.table(name).flatMap(of -> of.column(column.name())).isPresent();
            if (stays && maybe(10) && !column.name().equals("id")) {
                String other = column.name() + " again";
                model = model.following(NewNames.ofColumn(name, column.name(), other));
                answers = answers.renaming(
                        name.sql() + "." + Identifiers.quoted(column.name()),
                        name.sql() + "." + Identifiers.quoted(other));
            }
        }
        if (maybe(25)) {
            boolean owns = model.sequences().stream()
                    .flatMap(sequence -> sequence.owner().stream())
                    .anyMatch(owner -> owner.table().equals(name));
            QualifiedName other = new QualifiedName(owns || maybe(70) ? name.schema() : "Film", name.name() + " again");
            model = model.following(NewNames.ofTable(name, other));
            String from = name.sql() + ".";
            Renames moved = Renames.none().droppingAll().renaming(name.sql(), other.sql());
            for (Renames.Rename rename : answers.confirmed()) {
                moved = moved.renaming(
                        rename.from(),
                        rename.to().startsWith(from)
                                ? other.sql() + "." + rename.to().substring(from.length())
                                : rename.to());
            }
            answers = moved;
        }
    }
}
