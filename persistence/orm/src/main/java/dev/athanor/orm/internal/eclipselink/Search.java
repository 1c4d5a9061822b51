// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.PartLoad;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.List;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * How what a relation leads to is looked for.
 *
 * @param origin the query that found the owners; none if their keys are to be given
 * @param part which part is wanted; none for all
 * @param attributes which of their attributes are read; none for all
 */
record Search(Optional<Origin> origin, Optional<PartLoad.Part> part, Optional<PartialEntities> attributes) {
    static final Search BY_KEYS = new Search(Optional.empty(), Optional.empty(), Optional.empty());

    /** By the keys of the owners. */
    Search byKeys() {
        return new Search(Optional.empty(), part, attributes);
    }

    Compiled compiled(Command command, UnitOfWorkImpl unit) {
        SessionContext context = SessionContext.of(unit);
        return origin.map(query -> context.compiled(command, query.compiling()))
                .orElseGet(() -> context.compiled(command));
    }

    /** Where the targets are: what the conditions of a part refer to. */
    Source source(EntityPlan plan, String alias) {
        return part.map(wanted -> plan.completed(wanted.target())).orElseGet(() -> plan.source(alias));
    }

    /** What has to hold of the targets. */
    List<Expression> where(EntityPlan plan) {
        return part.map(wanted -> wanted.where().stream()
                        .map(condition -> EntityCommand.completed(plan, wanted.target(), condition))
                        .toList())
                .orElse(List.of());
    }

    /** The order that is said, if one is. */
    Optional<List<Ordering>> order(EntityPlan plan) {
        return part.filter(wanted -> !wanted.order().isEmpty()).map(wanted -> wanted.order().stream()
                .map(ordering -> EntityCommand.completed(plan, wanted.target(), ordering))
                .toList());
    }

    Optional<Integer> most() {
        return part.flatMap(PartLoad.Part::most);
    }
}
