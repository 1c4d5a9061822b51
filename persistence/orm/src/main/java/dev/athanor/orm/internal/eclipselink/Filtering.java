// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.FilteredRow;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Type;
import dev.athanor.sql.render.SourceFilter;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** Makes a statement of another that is about those rows only that filters let it see. For one statement. */
final class Filtering extends SourceFilter {
    private final MappedUnit mapped;
    private final List<EntityFilter> filters;

    @SuppressWarnings("IdentityHashMapUsage") // filters are compared by what they are
    private final Map<EntityFilter, Function<FilteredRow, Condition>> rules = new IdentityHashMap<>();

    Filtering(MappedUnit mapped, List<EntityFilter> filters) {
        this.mapped = mapped;
        this.filters = filters;
    }

    @Override
    protected Optional<Expression> condition(Source source) {
        List<ClassDescriptor> kept = kept(source);
        List<Expression> conditions = new ArrayList<>();
        for (ClassDescriptor descriptor : kept) {
            for (EntityFilter filter : filters) {
                if (isFirst(descriptor, filter.type(), kept)) {
                    conditions.add(condition(source, descriptor, filter, kept));
                }
            }
        }
        return conditions.size() < 2
                ? conditions.stream().findFirst()
                : Optional.of(new Operation(Operator.AND, conditions));
    }

    @Override
    protected Expression missing(Source source) {
        ClassDescriptor descriptor = kept(source).get(0);
        DatabaseField key = descriptor.getPrimaryKeyFields().get(0);
        return new Operation(Operator.IS_NULL, List.of(new ColumnReference(source, Names.of(key))));
    }

    private List<ClassDescriptor> kept(Source source) {
        if (source instanceof JoinedSource joined) {
            return mapped.uses().kept(joined.root());
        }
        return source instanceof TableSource table ? mapped.uses().kept(table) : List.of();
    }

    /** Whether a filter is about a class, and not about the one above it already. */
    private static boolean isFirst(ClassDescriptor descriptor, Class<?> type, List<ClassDescriptor> kept) {
        return type.isAssignableFrom(descriptor.getJavaClass())
                && parent(descriptor, kept)
                        .filter(above -> type.isAssignableFrom(above.getJavaClass()))
                        .isEmpty();
    }

    /** The class above, if the same table has its entities, too. */
    private static Optional<ClassDescriptor> parent(ClassDescriptor descriptor, List<ClassDescriptor> kept) {
        return descriptor.hasInheritance()
                ? Optional.ofNullable(descriptor.getInheritancePolicy().getParentDescriptor())
                        .filter(kept::contains)
                : Optional.empty();
    }

    private Expression condition(
            Source source, ClassDescriptor descriptor, EntityFilter filter, List<ClassDescriptor> kept) {
        Expression condition = placed(source, descriptor, filter);
        if (parent(descriptor, kept).isEmpty()) {
            return condition;
        }
        Expression others = new Operation(Operator.NOT, List.of(isOf(source, descriptor)));
        return new Operation(Operator.OR, List.of(others, condition));
    }

    /** Whether a row is of a class, or of one below. */
    private static Expression isOf(Source source, ClassDescriptor descriptor) {
        List<Constant> kinds = TablesPlan.kinds(descriptor);
        Expression kind = new ColumnReference(
                source, Names.of(descriptor.getInheritancePolicy().getClassIndicatorField()));
        List<Expression> equal = new ArrayList<>();
        for (Constant value : kinds) {
            equal.add(new Operation(Operator.EQUAL, List.of(kind, value)));
        }
        if (equal.isEmpty()) {
            throw new OrmException(
                    OrmError.MAPPING_UNSUPPORTED,
                    "no column tells which rows are of " + descriptor.getJavaClassName()
                            + ", which a filter is about; filter the class that it extends");
        }
        return equal.size() == 1 ? equal.get(0) : new Operation(Operator.OR, equal);
    }

    /** The condition on the source itself; where this lacks a table, on the same row of all of them. */
    private Expression placed(Source source, ClassDescriptor descriptor, EntityFilter filter) {
        Placing here = new Placing(source);
        Expression condition = here.map(rule(source, descriptor, filter));
        if (here.fits) {
            return condition;
        }
        Source whole = mapped.plan(descriptor).source(source.alias().equals("seen") ? "seen2" : "seen");
        List<Expression> all = new ArrayList<>();
        for (DatabaseField key : descriptor.getPrimaryKeyFields()) {
            String name = Names.of(key);
            all.add(new Operation(
                    Operator.EQUAL, List.of(new ColumnReference(whole, name), new ColumnReference(source, name))));
        }
        all.add(new Placing(whole).map(rule(whole, descriptor, filter)));
        return new Subquery(
                new Selection(
                        List.of(),
                        new Selection.Parts(
                                false,
                                List.of(),
                                List.of(new Constant(SqlTypes.INTEGER, 1)),
                                List.of(whole),
                                List.of(),
                                Optional.of(new Operation(Operator.AND, all)),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                Tail.NONE)),
                Subquery.Kind.EXISTS);
    }

    private Expression rule(Source source, ClassDescriptor descriptor, EntityFilter filter) {
        return rules.computeIfAbsent(filter, EntityFilter::rule)
                .apply(new Row(source.alias(), descriptor))
                .node();
    }

    /** A row of a class's tables, as if they were all there. */
    private final class Row implements FilteredRow {
        private final String alias;
        private final ClassDescriptor descriptor;

        Row(String alias, ClassDescriptor descriptor) {
            this.alias = alias;
            this.descriptor = descriptor;
        }

        @Override
        public String alias() {
            return alias;
        }

        @Override
        public <T, X extends Expr<T>> X attribute(String name, Type<T, X> type) {
            DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForAttributeName(name);
            if (!(mapping instanceof AbstractDirectMapping direct)) {
                throw new OrmException(
                        OrmError.ATTRIBUTE_UNKNOWN,
                        "\"" + name + "\" is no attribute of " + descriptor.getJavaClassName()
                                + " with a column of its own, which a filter asks for");
            }
            return type.of(column(direct.getField()));
        }

        private Expression column(DatabaseField field) {
            return field.getTable().equals(descriptor.getTables().get(0))
                    ? new ColumnReference(Names.as(field.getTable(), alias), Names.of(field))
                    : mapped.plan(descriptor).column(mapped.plan(descriptor).source(alias), field);
        }
    }

    /** Lets a condition be about a source of a statement, instead of the tables that it was made for. */
    private static final class Placing extends Mapper {
        private final Source source;
        private boolean fits = true;

        Placing(Source source) {
            this.source = source;
        }

        @Override
        protected Node change(Node node) {
            if (node instanceof PartSource part && part.whole().alias().equals(source.alias())) {
                return part(part);
            }
            boolean own = (node instanceof TableSource || node instanceof JoinedSource)
                    && ((Source) node).alias().equals(source.alias());
            return own ? source : super.change(node);
        }

        private Source part(PartSource part) {
            Optional<TableSource> wanted = part.whole().parts().stream()
                    .map(JoinedSource.Part::table)
                    .filter(table -> table.alias().equals(part.alias()))
                    .findFirst();
            if (source instanceof JoinedSource joined) {
                for (JoinedSource.Part there : joined.parts()) {
                    if (wanted.filter(table -> table.name().equals(there.table().name()))
                            .isPresent()) {
                        return new PartSource(joined, there.table().alias());
                    }
                }
            }
            fits = false;
            return part;
        }
    }
}
