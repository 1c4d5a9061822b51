// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.NamedSchema;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.SchemaVisitor;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import dev.athanor.migrations.schema.TableConstraint;
import dev.athanor.migrations.schema.TableIndex;
import java.util.ArrayList;
import java.util.List;

/** What gives an object the name of the one that is visited. */
record Renaming(ObjectNames names, SchemaObject before) implements SchemaVisitor<List<Step>> {
    private static String to(String name) {
        return " rename to " + Identifiers.quoted(name);
    }

    @Override
    public List<Step> visit(NamedSchema schema) {
        return List.of(Step.of("alter schema " + names.schema(((NamedSchema) before).name()) + to(schema.name())));
    }

    @Override
    public List<Step> visit(Extension extension) {
        throw new IllegalArgumentException("an extension cannot be renamed");
    }

    @Override
    public List<Step> visit(EnumType type) {
        return List.of(Step.of("alter type " + names.of(((EnumType) before).name())
                + to(type.name().name())));
    }

    @Override
    public List<Step> visit(Sequence sequence) {
        return List.of(Step.of("alter sequence " + names.of(((Sequence) before).name())
                + to(sequence.name().name())));
    }

    /** What hangs on it goes with it into another schema. */
    @Override
    public List<Step> visit(Table table) {
        QualifiedName old = ((Table) before).name();
        QualifiedName moved = new QualifiedName(table.name().schema(), old.name());
        List<Step> steps = new ArrayList<>();
        if (!old.equals(moved)) {
            steps.add(Step.of("alter table " + names.of(old) + " set schema " + names.schema(moved.schema())));
        }
        if (!moved.equals(table.name())) {
            steps.add(Step.of("alter table " + names.of(moved) + to(table.name().name())));
        }
        return steps;
    }

    @Override
    public List<Step> visit(TableColumn column) {
        return List.of(Step.of("alter table " + names.of(column.table()) + " rename column "
                + Identifiers.quoted(((TableColumn) before).column().name()) + " to "
                + Identifiers.quoted(column.column().name())));
    }

    @Override
    public List<Step> visit(TableConstraint constraint) {
        return List.of(Step.of("alter table " + names.of(constraint.table()) + " rename constraint "
                + Identifiers.quoted(((TableConstraint) before).constraint().name()) + " to "
                + Identifiers.quoted(constraint.constraint().name())));
    }

    @Override
    public List<Step> visit(TableIndex index) {
        QualifiedName old = new QualifiedName(
                index.table().schema(), ((TableIndex) before).index().name());
        return List.of(Step.of("alter index " + names.of(old) + to(index.index().name())));
    }
}
