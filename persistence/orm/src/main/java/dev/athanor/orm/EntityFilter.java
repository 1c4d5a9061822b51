// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Condition;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Option;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which rows of an entity there are for a session: the others are neither read, nor joined, counted, loaded, nor
 * changed by statements. Given to sessions by {@link SessionSettings#filters}. Immutable and thread-safe, if its
 * functions are.
 *
 * <pre>{@code
 * EntityFilter living = EntityFilter.of("living", QArticle::as, a -> a.deletedAt.isNull());
 * EntityFilter tenant = EntityFilter.of("tenant", QOrder::as, Tenant::current, (o, id) -> o.tenant.eq(id));
 * }</pre>
 */
public final class EntityFilter {
    /** The name of the filters that show what is not deleted of entities with {@code @SoftDelete}. */
    public static final String LIVING = "living";

    private final String name;
    private final Class<?> type;
    private final Supplier<Function<FilteredRow, Condition>> rule;

    private EntityFilter(String name, Class<?> type, Supplier<Function<FilteredRow, Condition>> rule) {
        this.name = Objects.requireNonNull(name, "name");
        this.type = Objects.requireNonNull(type, "type");
        this.rule = rule;
    }

    /**
     * A filter of the entities of a table, and of those of classes below theirs.
     *
     * @param table the table by an alias
     */
    public static <Q extends EntityTable<?>> EntityFilter of(
            String name, Function<String, Q> table, Function<Q, Condition> condition) {
        return new EntityFilter(
                name, table.apply(name).entityType(), () -> row -> condition.apply(table.apply(row.alias())));
    }

    /**
     * The same with a value that is asked for once for each statement, when it runs.
     *
     * @param value what gives it; the condition is to bind it
     */
    public static <Q extends EntityTable<?>, V> EntityFilter of(
            String name, Function<String, Q> table, Supplier<V> value, BiFunction<Q, V, Condition> condition) {
        return new EntityFilter(name, table.apply(name).entityType(), () -> {
            V current = value.get();
            return row -> condition.apply(table.apply(row.alias()), current);
        });
    }

    /**
     * A filter of all entities whose classes extend or implement one, which may be a mapped superclass or an interface.
     *
     * <pre>{@code EntityFilter.all("living", Deletable.class, row -> row.attribute("deletedAt", INSTANT).isNull())}
     * </pre>
     */
    public static EntityFilter all(String name, Class<?> type, Function<FilteredRow, Condition> condition) {
        return new EntityFilter(name, type, () -> condition);
    }

    /** The same with a value that is asked for once for each statement, when it runs. */
    public static <V> EntityFilter all(
            String name, Class<?> type, Supplier<V> value, BiFunction<FilteredRow, V, Condition> condition) {
        return new EntityFilter(name, type, () -> {
            V current = value.get();
            return row -> condition.apply(row, current);
        });
    }

    /**
     * Lets a statement, and the relations that it loads, do without the filters of these names; without any, if none is
     * named.
     *
     * <pre>{@code select(a).options(unfiltered("living"))}</pre>
     */
    public static Option<Object> unfiltered(String... names) {
        return Unfiltered.of(names);
    }

    /** Its name, which several filters may share. */
    public String name() {
        return name;
    }

    /** What the classes of the entities are, extend, or implement. */
    public Class<?> type() {
        return type;
    }

    /** What it says about rows, for one statement. */
    public Function<FilteredRow, Condition> rule() {
        return rule.get();
    }

    @Override
    public String toString() {
        return name + " of " + type.getSimpleName();
    }
}
