// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.Identity;
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

/** What makes an object into the one that is visited. */
record Altering(ObjectNames names, Making making, SchemaObject before) implements SchemaVisitor<List<Step>> {
    @Override
    public List<Step> visit(NamedSchema schema) {
        throw unalterable(schema);
    }

    @Override
    public List<Step> visit(Extension extension) {
        throw unalterable(extension);
    }

    @Override
    public List<Step> visit(EnumType type) {
        throw unalterable(type);
    }

    @Override
    public List<Step> visit(TableConstraint constraint) {
        throw unalterable(constraint);
    }

    @Override
    public List<Step> visit(TableIndex index) {
        throw unalterable(index);
    }

    private static IllegalArgumentException unalterable(SchemaObject object) {
        return new IllegalArgumentException(object.description() + " cannot be altered; drop it and add it again");
    }

    @Override
    public List<Step> visit(Table table) {
        return List.of(Step.of(making.tableComment(table.name(), table.comment())));
    }

    @Override
    public List<Step> visit(Sequence sequence) {
        Sequence old = (Sequence) before;
        String alter = "alter sequence " + names.of(sequence.name());
        List<Step> steps = new ArrayList<>();
        if (!old.options().equals(sequence.options())) {
            String type = old.options().type().equals(sequence.options().type())
                    ? ""
                    : " as " + sequence.options().type();
            steps.add(Step.of(alter + type + sequence.options().completeSql()));
        }
        if (!old.owner().equals(sequence.owner())) {
            String owner = sequence.owner()
                    .map(column -> names.of(column.table()) + "." + Identifiers.quoted(column.name()))
                    .orElse("none");
            steps.add(Step.of(alter + " owned by " + owner));
        }
        return steps;
    }

    @Override
    public List<Step> visit(TableColumn altered) {
        return new ColumnSteps(altered.table(), ((TableColumn) before).column(), altered.column()).all();
    }

    /** The steps of one column, in an order in which PostgreSQL takes them. */
    private final class ColumnSteps {
        private final QualifiedName table;
        private final Column old;
        private final Column wanted;
        private final List<Step> steps = new ArrayList<>();

        private ColumnSteps(QualifiedName table, Column old, Column wanted) {
            this.table = table;
            this.old = old;
            this.wanted = wanted;
        }

        List<Step> all() {
            boolean retyped = !Making.type(old).equals(Making.type(wanted));
            boolean redefault = retyped || !old.defaultValue().equals(wanted.defaultValue());
            if (old.identity().isPresent() && wanted.identity().isEmpty()) {
                alter("drop identity");
            }
            if (redefault && old.defaultValue().isPresent()) {
                if (retyped || wanted.defaultValue().isEmpty()) {
                    alter("drop default");
                }
            }
            if (retyped) {
                alter("type " + Making.type(wanted) + " using "
                        + TypeFamily.conversion(Identifiers.quoted(old.name()), old.type(), wanted.type()));
            }
            if (redefault) {
                wanted.defaultValue().ifPresent(value -> alter("set default " + value));
            }
            nullability();
            identity();
            if (!old.comment().equals(wanted.comment())) {
                steps.add(Step.of(making.columnComment(table, wanted)));
            }
            return steps;
        }

        private void nullability() {
            if (old.nullable() && !wanted.nullable()) {
                String name = Identifiers.quoted(wanted.name());
                if (wanted.defaultValue().isPresent()) {
                    steps.add(Step.of(
                            "update " + names.of(table) + " set " + name + " = default where " + name + " is null"));
                    alter("set not null");
                } else {
                    alter("set not null", "If rows have no value, fill them here.");
                }
            } else if (!old.nullable() && wanted.nullable()) {
                alter("drop not null");
            }
        }

        private void identity() {
            wanted.identity()
                    .filter(identity -> !old.identity().equals(wanted.identity()))
                    .ifPresent(identity ->
                            alter(old.identity().isEmpty() ? "add" + Making.identity(identity) : changed(identity)));
        }

        private static String changed(Identity identity) {
            String options = identity.options().completeSql();
            return "set generated " + (identity.always() ? "always" : "by default")
                    + options.replace(" increment", " set increment")
                            .replace(" minvalue", " set minvalue")
                            .replace(" maxvalue", " set maxvalue")
                            .replace(" start with", " set start with")
                            .replace(" cache", " set cache")
                            .replaceFirst("(no )?cycle$", "set $1cycle");
        }

        private void alter(String change) {
            steps.add(Step.of(text(change)));
        }

        private void alter(String change, String note) {
            steps.add(Step.of(text(change)).noting(note));
        }

        private String text(String change) {
            return "alter table " + names.of(table) + " alter column " + Identifiers.quoted(wanted.name()) + " "
                    + change;
        }
    }
}
