// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * The query that found entities, to be a part of another that finds what they lead to. Immutable.
 *
 * @param compiling makes statements with the parameters of the first
 * @param query what found them
 * @param plan how they are read
 * @param source where they are in the query
 */
record Origin(Function<Command, Compiled> compiling, Selection query, EntityPlan plan, Source source) {
    private static final String OWNERS = "owners";

    /** The values of columns of the entities, each combination once. */
    Keys owners(List<DatabaseField> own) {
        List<Expression> columns = own.stream()
                .<Expression>map(field -> plan.column(source, field))
                .toList();
        return new Keys(new DerivedSource(distinct(columns), OWNERS, false), own.size());
    }

    private Selection distinct(List<Expression> columns) {
        Selection.Parts parts = query.parts();
        Tail tail = parts.tail();
        if (parts.distinctOn().isEmpty()
                && tail.limit().isEmpty()
                && tail.offset().isEmpty()) {
            return Clauses.giving(query, true, Clauses.numbered("k", columns), Tail.NONE);
        }
        Tail unlocked = new Tail(tail.orderBy(), tail.limit(), tail.ties(), tail.offset(), List.of());
        DerivedSource cut =
                new DerivedSource(Clauses.giving(query, parts.distinct(), given(columns), unlocked), "found", false);
        Selection keys = Clauses.select(
                Clauses.numbered("k", Clauses.numbers(cut, "k", columns.size())), cut, List.of(), List.of(), List.of());
        return Clauses.giving(keys, true, keys.parts().selected(), Tail.NONE);
    }

    /** What is distinct, or ordered by, has to be given by the query. */
    private List<Expression> given(List<Expression> columns) {
        List<Expression> given = new ArrayList<>(Clauses.numbered("k", columns));
        if (query.parts().distinct()) {
            List<Expression> others = query.parts().selected().stream()
                    .filter(value -> columns.stream().noneMatch(value.unlabelled()::sameStructure))
                    .toList();
            given.addAll(Clauses.numbered("c", others));
        }
        return given;
    }

    /** The query that finds what a relation of the entities leads to. */
    Origin following(EntityPlan targets, ForeignReferenceMapping relation) {
        Belonging belonging = Belonging.of(relation);
        Keys keys = owners(belonging.own());
        Source target = targets.source("t");
        List<Join> joins = belonging.joins(
                field -> targets.column(target, field), target, keys.columns(), Join.Kind.INNER, List.of());
        Selection found =
                Clauses.select(List.copyOf(targets.columns(target)), keys.source, joins, List.of(), List.of());
        return new Origin(compiling, found, targets, target);
    }

    /**
     * A query of the values of some columns.
     *
     * @param source the query, in the place of a table
     * @param count how many columns
     */
    record Keys(DerivedSource source, int count) {
        List<Expression> columns() {
            return Clauses.numbers(source, "k", count);
        }
    }
}
