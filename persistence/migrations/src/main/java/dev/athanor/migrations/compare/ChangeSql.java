// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
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

/**
 * The statements of changes.
 *
 * <pre>{@code
 * ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
 * List<Step> up = sql.steps(change);
 * List<Step> down = sql.steps(change.inverse());
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ChangeSql {
    private final Making making;
    private final Dropping dropping;
    private final ObjectNames names;

    private ChangeSql(ObjectNames names) {
        this.names = names;
        this.making = new Making(names);
        this.dropping = new Dropping(names);
    }

    /** Statements that call objects so. */
    public static ChangeSql of(ObjectNames names) {
        return new ChangeSql(names);
    }

    /** An expression for values of one type in another. */
    public static String conversion(String expression, String from, String to) {
        return TypeFamily.conversion(expression, from, to);
    }

    /** What does a change, statement by statement. */
    public List<Step> steps(Change change) {
        return change.accept(new Steps());
    }

    private final class Steps implements ChangeVisitor<List<Step>> {
        @Override
        public List<Step> visit(Added added) {
            return added.object().accept(making);
        }

        @Override
        public List<Step> visit(Removed removed) {
            return List.of(Step.of(removed.object().accept(dropping)));
        }

        @Override
        public List<Step> visit(Altered altered) {
            return altered.after().accept(new Altering(names, making, altered.before()));
        }

        @Override
        public List<Step> visit(Renamed renamed) {
            return renamed.after().accept(new Renaming(names, renamed.before()));
        }

        @Override
        public List<Step> visit(ValuesChanged changed) {
            return changed.onlyAdds() ? addedValues(changed) : replaced(changed);
        }
    }

    private List<Step> addedValues(ValuesChanged changed) {
        List<Step> steps = new ArrayList<>();
        List<String> values = changed.after().values();
        String type = names.of(changed.after().name());
        for (int i = values.size() - 1; i >= 0; i--) {
            if (!changed.before().values().contains(values.get(i))) {
                String place = i == values.size() - 1 ? "" : " before " + Identifiers.literal(values.get(i + 1));
                steps.add(Step.of("alter type " + type + " add value " + Identifiers.literal(values.get(i)) + place));
            }
        }
        return steps;
    }

    /** Under a name that nothing else has, the old type waits for its columns to leave it. */
    private List<Step> replaced(ValuesChanged changed) {
        List<Step> steps = new ArrayList<>();
        EnumType old = new EnumType(
                new QualifiedName(
                        changed.before().name().schema(),
                        changed.before().name().name() + "_before"),
                changed.before().values());
        List<String> gone = changed.before().values().stream()
                .filter(value -> !changed.after().values().contains(value))
                .toList();
        for (SchemaObject dependent : changed.dependents()) {
            steps.add(Step.of(dependent.accept(dropping)));
        }
        steps.add(Step.of("alter type " + names.of(changed.before().name()) + " rename to "
                + Identifiers.quoted(old.name().name())));
        steps.addAll(changed.after().accept(making));
        for (ValuesChanged.User user : changed.users()) {
            Step move = Step.of(moved(user));
            steps.add(
                    gone.isEmpty()
                            ? move
                            : move.noting("Rows that have " + String.join(", ", gone)
                                    + " make this fail: give them another value first."));
        }
        steps.add(Step.of(old.accept(dropping)));
        for (int i = changed.dependents().size() - 1; i >= 0; i--) {
            steps.addAll(changed.dependents().get(i).accept(making));
        }
        return steps;
    }

    private String moved(ValuesChanged.User user) {
        Column column = user.after().column();
        String name = Identifiers.quoted(column.name());
        String texts = column.type().endsWith("[]") ? "::text[]::" : "::text::";
        String alter = "\n  alter column " + name + " ";
        return "alter table " + names.of(user.after().table())
                + (user.before().column().defaultValue().isPresent() ? alter + "drop default," : "")
                + alter + "type " + column.type() + " using " + name + texts + column.type()
                + column.defaultValue()
                        .map(value -> "," + alter + "set default " + value)
                        .orElse("");
    }

    /** What drops an object. */
    private record Dropping(ObjectNames names) implements SchemaVisitor<String> {
        @Override
        public String visit(NamedSchema schema) {
            return "drop schema " + names.schema(schema.name());
        }

        @Override
        public String visit(Extension extension) {
            return "drop extension " + Identifiers.quoted(extension.name());
        }

        @Override
        public String visit(EnumType type) {
            return "drop type " + names.of(type.name());
        }

        @Override
        public String visit(Sequence sequence) {
            return "drop sequence " + names.of(sequence.name());
        }

        @Override
        public String visit(Table table) {
            return "drop table " + names.of(table.name());
        }

        @Override
        public String visit(TableColumn column) {
            return "alter table " + names.of(column.table()) + " drop column "
                    + Identifiers.quoted(column.column().name());
        }

        @Override
        public String visit(TableConstraint constraint) {
            return "alter table " + names.of(constraint.table()) + " drop constraint "
                    + Identifiers.quoted(constraint.constraint().name());
        }

        @Override
        public String visit(TableIndex index) {
            return "drop index "
                    + names.of(new QualifiedName(
                            index.table().schema(), index.index().name()));
        }
    }
}
