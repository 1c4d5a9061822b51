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

/** What gives an object the name of the one that is visited. */
record Renaming(ObjectNames names, SchemaObject before) implements SchemaVisitor<String> {
    private static String to(String name) {
        return " rename to " + Identifiers.quoted(name);
    }

    @Override
    public String visit(NamedSchema schema) {
        return "alter schema " + names.schema(((NamedSchema) before).name()) + to(schema.name());
    }

    @Override
    public String visit(Extension extension) {
        throw new IllegalArgumentException("an extension cannot be renamed");
    }

    @Override
    public String visit(EnumType type) {
        return "alter type " + names.of(((EnumType) before).name())
                + to(type.name().name());
    }

    @Override
    public String visit(Sequence sequence) {
        return "alter sequence " + names.of(((Sequence) before).name())
                + to(sequence.name().name());
    }

    @Override
    public String visit(Table table) {
        return "alter table " + names.of(((Table) before).name())
                + to(table.name().name());
    }

    @Override
    public String visit(TableColumn column) {
        return "alter table " + names.of(column.table()) + " rename column "
                + Identifiers.quoted(((TableColumn) before).column().name()) + " to "
                + Identifiers.quoted(column.column().name());
    }

    @Override
    public String visit(TableConstraint constraint) {
        return "alter table " + names.of(constraint.table()) + " rename constraint "
                + Identifiers.quoted(((TableConstraint) before).constraint().name()) + " to "
                + Identifiers.quoted(constraint.constraint().name());
    }

    @Override
    public String visit(TableIndex index) {
        QualifiedName old = new QualifiedName(
                index.table().schema(), ((TableIndex) before).index().name());
        return "alter index " + names.of(old) + to(index.index().name());
    }
}
