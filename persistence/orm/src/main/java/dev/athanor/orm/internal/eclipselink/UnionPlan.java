// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;

/**
 * For classes that have a table each: selects from the union of these tables, in the place of the table that the class
 * above them would have. Its rows tell which table they are of; columns that one has alone are null in the others'.
 */
final class UnionPlan extends EntityPlan {
    /** No column is called so that JPA names. */
    private static final String KIND = "#class";

    private final List<Member> members;
    private final List<Output> outputs;

    UnionPlan(ClassDescriptor descriptor) {
        super(descriptor);
        List<String> common = descriptor.getFields().stream().map(Names::of).toList();
        this.members =
                concrete(descriptor).map(member -> Member.of(member, common)).toList();
        this.outputs = members.stream()
                .flatMap(member -> member.outputs.stream())
                .distinct()
                .toList();
    }

    private static Stream<ClassDescriptor> concrete(ClassDescriptor descriptor) {
        return Stream.concat(
                descriptor.isAbstract() ? Stream.empty() : Stream.of(descriptor),
                descriptor.getTablePerClassPolicy().getChildDescriptors().stream()
                        .flatMap(UnionPlan::concrete));
    }

    @Override
    List<ClassDescriptor> identities() {
        return members.stream().map(Member::descriptor).toList();
    }

    @Override
    Source source(String alias) {
        List<Command> sides = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            sides.add(side(i));
        }
        Command union =
                new Combination(List.of(), new Combination.Parts(Combination.Kind.UNION, true, sides, Tail.NONE));
        return new DerivedSource(sides.size() == 1 ? sides.get(0) : union, alias, false);
    }

    private Selection side(int index) {
        Member member = members.get(index);
        TableSource table = member.table("t");
        List<Expression> selected = new ArrayList<>();
        selected.add(new Labelled(new Constant(SqlTypes.INTEGER, index), KIND));
        for (Output output : outputs) {
            Expression value = member.outputs.contains(output)
                    ? new ColumnReference(table, output.column)
                    : new Subquery(nothing(output), Subquery.Kind.SCALAR);
            selected.add(new Labelled(value, output.name));
        }
        return selection(selected, table, Optional.empty());
    }

    /** A null of a column's type, which a union would not find out. */
    private Selection nothing(Output output) {
        Member owner = members.stream()
                .filter(member -> member.outputs.contains(output))
                .findFirst()
                .orElseThrow();
        TableSource table = owner.table("o");
        return selection(
                List.of(new ColumnReference(table, output.column)),
                table,
                Optional.of(new Constant(SqlTypes.BOOLEAN, false)));
    }

    private static Selection selection(List<Expression> selected, Source from, Optional<Expression> where) {
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        selected,
                        List.of(from),
                        List.of(),
                        where,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Tail.NONE));
    }

    @Override
    Source completed(Source source) {
        if (source instanceof TableSource) {
            return source(source.alias());
        }
        throw unsupported(descriptor(), "is joined by a table between");
    }

    private static OrmException unsupported(ClassDescriptor descriptor, String what) {
        return new OrmException(
                OrmError.MAPPING_UNSUPPORTED,
                descriptor.getJavaClassName() + ", whose hierarchy has a table for each class, " + what
                        + "; select its classes one by one");
    }

    @Override
    List<ColumnReference> columns(Source source) {
        return Stream.concat(Stream.of(KIND), outputs.stream().map(Output::name))
                .map(name -> new ColumnReference(source, name))
                .toList();
    }

    @Override
    ColumnReference column(Source source, DatabaseField field) {
        return new ColumnReference(source, Names.of(field));
    }

    @Override
    TableSource restricted(TableSource table) {
        return table;
    }

    @Override
    EntityRows rows(EntityQuery query, List<Integer> positions, List<Other> others, Cursor cursor) throws SQLException {
        List<EntityRows> rows = new ArrayList<>();
        for (Member member : members) {
            List<Integer> places = member.outputs.stream()
                    .map(output -> positions.get(outputs.indexOf(output) + 1))
                    .toList();
            rows.add(new ClassRows(
                    query,
                    member.descriptor,
                    member.blueprints,
                    fields(member.fields, others),
                    positions(places, others),
                    cursor));
        }
        return new UnionRows(rows, positions.get(0));
    }

    /**
     * A column of the union.
     *
     * @param name its name there
     * @param column its name in its table
     */
    private record Output(String name, String column) {}

    /**
     * One of the classes.
     *
     * @param descriptor its mapping
     * @param fields its columns
     * @param outputs what these are in the union
     * @param blueprints how its entities are made of these
     */
    private record Member(
            ClassDescriptor descriptor, List<DatabaseField> fields, List<Output> outputs, Blueprints blueprints) {
        static Member of(ClassDescriptor descriptor, List<String> common) {
            if (descriptor.getTables().size() > 1) {
                throw unsupported(descriptor, "is kept in several");
            }
            List<DatabaseField> fields = List.copyOf(descriptor.getFields());
            String table = Names.of(descriptor.getTables().get(0));
            return new Member(
                    descriptor,
                    fields,
                    fields.stream()
                            .map(Names::of)
                            .map(name -> new Output(common.contains(name) ? name : table + "." + name, name))
                            .toList(),
                    new Blueprints(fields));
        }

        TableSource table(String alias) {
            return Names.as(descriptor.getTables().get(0), alias);
        }
    }
}
