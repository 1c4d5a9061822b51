// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A relation to any number of entities: they refer to the one that has it, or a table links both.
 *
 * @param <S> the entities that have it
 * @param <T> the entities it leads to
 * @param <Q> their table
 */
public abstract sealed class ToMany<S, T, Q extends EntityTable<T>> extends Association<S, Q> {
    private ToMany(Class<S> owner, String attribute) {
        super(owner, attribute);
    }

    /** A relation whose targets refer to the owner. */
    public static <S, T, Q extends EntityTable<T>> ToMany<S, T, Q> by(
            Class<S> owner, String attribute, Function<Q, Condition> on) {
        return new Referring<>(owner, attribute, on);
    }

    /**
     * A relation by a table that links owners and targets.
     *
     * @param table the owners' table
     */
    public static <S, T, Q extends EntityTable<T>> ToMany<S, T, Q> through(
            EntityTable<S> table, String attribute, Link link) {
        return new Linked<>(table, attribute, link);
    }

    /**
     * A table that links two.
     *
     * @param table where it is
     * @param own its columns that refer to the owner
     * @param ownKey the columns of the owner they refer to
     * @param target its columns that refer to the target
     * @param targetKey the columns of the target they refer to
     */
    public record Link(Kept table, List<String> own, List<String> ownKey, List<String> target, List<String> targetKey) {
        /** Keeps copies. */
        public Link {
            own = List.copyOf(own);
            ownKey = List.copyOf(ownKey);
            target = List.copyOf(target);
            targetKey = List.copyOf(targetKey);
        }
    }

    /** By a foreign key of the targets. */
    private static final class Referring<S, T, Q extends EntityTable<T>> extends ToMany<S, T, Q> {
        private final Function<Q, Condition> on;

        Referring(Class<S> owner, String attribute, Function<Q, Condition> on) {
            super(owner, attribute);
            this.on = on;
        }

        @Override
        public Condition on(Q target) {
            return on.apply(target);
        }
    }

    /** By a table between the two, which is joined with the target as if both were one. */
    private static final class Linked<S, T, Q extends EntityTable<T>> extends ToMany<S, T, Q> {
        private final EntityTable<S> table;
        private final Link link;

        Linked(EntityTable<S> table, String attribute, Link link) {
            super(table.entityType(), attribute);
            this.table = table;
            this.link = link;
        }

        @Override
        public Relation joined(Q target) {
            JoinedSource both = both(target);
            return () -> both;
        }

        @Override
        public Condition on(Q target) {
            JoinedSource both = both(target);
            Source between = new PartSource(both, alias(target));
            List<Expression> equal = new ArrayList<>();
            for (int i = 0; i < link.own.size(); i++) {
                Expression own = new ColumnReference(between, link.own.get(i));
                Expression key = new ColumnReference(table.source(), link.ownKey.get(i));
                equal.add(new Operation(Operator.EQUAL, List.of(own, key)));
            }
            return new Condition(Condition.chain(Operator.AND, equal));
        }

        private JoinedSource both(Q target) {
            Source source = target.source();
            List<JoinedSource.Part> parts = new ArrayList<>();
            TableSource root;
            if (source instanceof JoinedSource joined) {
                root = joined.root();
                parts.addAll(joined.parts());
            } else {
                root = (TableSource) source;
            }
            parts.add(new JoinedSource.Part(
                    (TableSource) link.table.source(alias(target)), false, link.targetKey, link.target));
            return new JoinedSource(root, parts);
        }

        private String alias(Q target) {
            return Kept.alias(target.source().alias(), attribute());
        }
    }
}
