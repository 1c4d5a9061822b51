// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Operator;
import java.util.List;

/**
 * A relation to one entity. Where the row itself has its key, a generated subclass has the key's columns, which are
 * read without a join: {@code e.manager.id}.
 *
 * @param <S> the entities that have it
 * @param <T> the entities it leads to
 * @param <Q> their table
 */
public class ToOne<S, T, Q extends EntityTable<T>> extends Association<S, Q> implements Loadable<S, T, Q> {
    /** A relation of an attribute, and what a row of the target has to be like. */
    public ToOne(Class<S> owner, String attribute, Path<? super Q> path) {
        super(owner, attribute, path);
    }

    /**
     * What rows have to be like that lead to a row: the relation from there on.
     *
     * @param target the table it leads to, as any of the classes of its entities has it
     */
    public final Condition leadsTo(Table target) {
        if (path() instanceof KeyPath key) {
            return key.on(target);
        }
        throw new SqlException(SqlError.STATEMENT_INVALID, this + " is kept in another table, and is joined by it");
    }

    /** Whether it leads nowhere, as its key says. */
    public final Condition isNull() {
        return Sql.allOf(keys(Operator.IS_NULL));
    }

    /** Whether it leads to an entity, as its key says. */
    public final Condition isNotNull() {
        return Sql.anyOf(keys(Operator.IS_NOT_NULL));
    }

    private List<Condition> keys(Operator operator) {
        if (path() instanceof KeyPath key) {
            return key.own().stream()
                    .map(column -> Condition.of(operator, column))
                    .toList();
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID, this + " is kept in another table; ask by Related.exists(…)");
    }
}
