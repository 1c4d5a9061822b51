// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.RenamedFrom;
import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.orm.mapping.MappedColumn;
import dev.athanor.orm.mapping.MappedTable;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what entities say of old names. For one use by one thread. */
final class ModelRenames {
    private final String mainSchema;
    private Renames renames = Renames.none();

    ModelRenames(String mainSchema) {
        this.mainSchema = mainSchema;
    }

    Renames of(List<MappedTable> tables) {
        tables.forEach(this::table);
        return renames;
    }

    private void table(MappedTable table) {
        QualifiedName name = new QualifiedName(
                table.name().schema().orElse(mainSchema), table.name().name());
        List<? extends AnnotatedElement> sources = table.entities().isEmpty()
                ? table.sources().stream()
                        .filter(source -> !(source instanceof Class<?>))
                        .toList()
                : table.entities();
        sources.stream()
                .flatMap(ModelRenames::oldNames)
                .forEach(old -> renames = renames.declaring(old(old, name).sql(), name.sql()));
        Set<AnnotatedElement> seen = new HashSet<>(table.sources());
        table.columns().forEach(column -> column.attribute()
                .filter(attribute -> !table.sources().contains(attribute))
                .ifPresent(attribute -> column(name, column, attribute, seen)));
    }

    private static QualifiedName old(String said, QualifiedName name) {
        int dot = said.indexOf('.');
        return dot < 0
                ? new QualifiedName(name.schema(), said)
                : new QualifiedName(said.substring(0, dot), said.substring(dot + 1));
    }

    private void column(
            QualifiedName table, MappedColumn column, AnnotatedElement attribute, Set<AnnotatedElement> seen) {
        List<String> old = oldNames(attribute).toList();
        if (old.isEmpty()) {
            return;
        }
        if (!seen.add(attribute)) {
            throw new MigrationException(
                    MigrationError.MODEL_INVALID,
                    "@RenamedFrom at " + attribute + " cannot say which of its columns in " + table.name()
                            + " it means; answer for each of them when you compare instead.");
        }
        String prefix = table.sql() + ".";
        old.forEach(each -> renames =
                renames.declaring(prefix + Identifiers.quoted(each), prefix + Identifiers.quoted(column.name())));
    }

    private static Stream<String> oldNames(AnnotatedElement element) {
        RenamedFrom said = element.getAnnotation(RenamedFrom.class);
        return said == null ? Stream.empty() : Stream.of(said.value());
    }
}
