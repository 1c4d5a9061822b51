// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.RequiresExtension;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.SequenceOptions;
import dev.athanor.migrations.schema.Table;
import dev.athanor.orm.mapping.MappedEnum;
import dev.athanor.orm.mapping.MappedSequence;
import dev.athanor.orm.mapping.MappedTable;
import dev.athanor.orm.mapping.TableName;
import dev.athanor.orm.mapping.UnitTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a schema of the tables of a unit. For one use by one thread. */
final class ModelSchema {
    private final UnitTables unit;
    private final String mainSchema;
    private final Naming naming;

    ModelSchema(UnitTables unit, String mainSchema, Naming naming) {
        this.unit = unit;
        this.mainSchema = mainSchema;
        this.naming = naming;
    }

    SchemaModel made() {
        Map<QualifiedName, ModelTable> tables = new LinkedHashMap<>();
        for (MappedTable table : unit.tables()) {
            QualifiedName name = qualified(table.name());
            tables.put(name, new ModelTable(table, name, naming, this::qualified, unit.entities()));
        }
        tables.values().forEach(table -> table.foreignKeys().forEach(key -> targeted(tables, key)));
        List<Table> made =
                new ArrayList<>(tables.values().stream().map(ModelTable::made).toList());
        if (unit.entities().stream().anyMatch(entity -> entity.isAnnotationPresent(Audited.class))) {
            made.add(History.in(mainSchema));
        }
        List<EnumType> enums = unit.enums().stream().map(this::type).toList();
        List<Sequence> sequences = unit.sequences().stream().map(this::sequence).toList();
        return new SchemaModel(
                mainSchema, schemas(made, enums, sequences), extensions(), enums, sequences, made, List.of());
    }

    /** What is referred to is a key. */
    private static void targeted(Map<QualifiedName, ModelTable> tables, ForeignKey key) {
        ModelTable target = tables.get(key.target());
        if (target != null) {
            target.referredTo(key.targetColumns());
        }
    }

    private QualifiedName qualified(TableName name) {
        return new QualifiedName(name.schema().orElse(mainSchema), name.name());
    }

    private Sequence sequence(MappedSequence sequence) {
        return new Sequence(
                qualified(sequence.name()),
                SequenceOptions.of("bigint", sequence.start(), sequence.increment()),
                Optional.empty());
    }

    private EnumType type(MappedEnum type) {
        return new EnumType(TypeNames.qualified(type.name(), mainSchema), type.values());
    }

    private Set<String> schemas(List<Table> tables, List<EnumType> enums, List<Sequence> sequences) {
        Set<String> schemas = new TreeSet<>(Set.of(mainSchema));
        Stream.of(
                        tables.stream().map(Table::name),
                        enums.stream().map(EnumType::name),
                        sequences.stream().map(Sequence::name))
                .flatMap(names -> names)
                .forEach(name -> schemas.add(name.schema()));
        return schemas;
    }

    private List<Extension> extensions() {
        return unit.entities().stream()
                .flatMap(entity -> Stream.ofNullable(entity.getAnnotation(RequiresExtension.class)))
                .flatMap(required -> Stream.of(required.value()))
                .distinct()
                .map(Extension::new)
                .toList();
    }
}
