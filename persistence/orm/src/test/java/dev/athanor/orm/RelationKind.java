// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of relation.
 *
 * @param name what it is called
 * @param table whose entities have it
 * @param relation the relation
 * @param seen what is seen of it
 * @param all what is seen of it in all entities, by their keys in order
 * @param change what changes something else of an entity, if it can be changed
 */
record RelationKind<S, T>(
        String name,
        EntityTable<S> table,
        Loadable<S, T, ?> relation,
        Function<S, Object> seen,
        List<Object> all,
        Consumer<S> change) {
    static <S, T> RelationKind<S, T> of(
            String name, EntityTable<S> table, Loadable<S, T, ?> relation, Function<S, Object> seen, Object... all) {
        return new RelationKind<>(
                name,
                table,
                relation,
                seen,
                Stream.of(all).map(RelationKind::given).toList(),
                entity -> {});
    }

    RelationKind<S, T> changed(Consumer<S> how) {
        return new RelationKind<>(name, table, relation, seen, all, how);
    }

    /** The same kind, of which something else is seen. */
    RelationKind<S, T> seeing(List<Object> others) {
        return new RelationKind<>(name, table, relation, seen, others, change);
    }

    private static Object given(Object value) {
        return value.equals("") ? List.of() : value;
    }

    /** All entities, by their keys in order. */
    Select<S> select() {
        return Sql.select(table).orderBy(((Expr<?>) table.key().get(0).expression()).asc());
    }

    Select<S> select(Load<S, ?> option) {
        return select().options(option);
    }

    @Override
    public String toString() {
        return name;
    }
}
