// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import dev.athanor.sql.ArrayExpr;
import dev.athanor.sql.Column;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.JsonExpr;
import dev.athanor.sql.Kind;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Related;
import dev.athanor.sql.ToOne;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a kind of entity: attributes, by which they filter and sort, too, and relations that they may
 * have with it. What is not named here, nobody gets. Immutable and thread-safe.
 *
 * <pre>{@code
 * View<Product> products = View.of(p, "id", p.id, Product::id)
 *         .attribute("name", p.name, Product::name)
 *         .link("category", p.category, Product::category, () -> categories)
 *         .made();
 * ViewPage page = products.query(request).page(session);
 * }</pre>
 */
public final class View<E> implements ViewShape {
    private final EntityTable<E> table;
    private final List<Attribute<E>> keys;
    private final Map<String, Attribute<E>> attributes;
    private final Map<String, Link<E, ?>> links;
    private final Optional<Function<? super E, Integer>> version;
    private final boolean isUndivided;
    private final Set<String> elsewhere;
    private final List<Column<?>> large;

    private View(Builder<E> builder) {
        this.table = builder.table;
        this.keys = List.copyOf(builder.keys);
        this.attributes = new LinkedHashMap<>(builder.attributes);
        this.links = new LinkedHashMap<>(builder.links);
        this.version = builder.version;
        this.isUndivided = builder.isUndivided;
        this.elsewhere = Set.copyOf(builder.elsewhere);
        this.large = List.copyOf(builder.large);
    }

    /**
     * One of entities.
     *
     * @param table what attributes and relations are of
     * @param name what clients call the key
     */
    public static <E, T, C extends Expr<T> & Column<T>> Builder<E> of(
            EntityTable<E> table, String name, C key, Function<? super E, ? extends T> reader) {
        return new Builder<>(table, new Attribute<>(name, key, List.of(key), List.of(), reader));
    }

    boolean isUndivided() {
        return isUndivided;
    }

    /** What a client asks for. Throws {@link InvalidQuery} with all that is wrong with it. */
    public ViewQuery<E> query(ViewRequest request) {
        return ViewQuery.of(this, request);
    }

    @Override
    public List<Value> values() {
        return attributes.values().stream().map(this::value).toList();
    }

    /** What is computed is there, unless it is of what a relation leads to. */
    private Value value(Attribute<E> attribute) {
        boolean isNullable = attribute.expression() instanceof Column<?> column
                ? !keys.contains(attribute) && Absence.isPossible(table.entityType(), column)
                : elsewhere.contains(attribute.name());
        boolean isKey = keys.contains(attribute);
        return attribute.expression() instanceof ArrayExpr<?> array
                ? new Value(attribute.name(), array.at(1).type().javaType(), true, isNullable, isKey)
                : new Value(attribute.name(), typeOf(attribute.expression()), false, isNullable, isKey);
    }

    private static Class<?> typeOf(Expr<?> expression) {
        return expression instanceof JsonExpr<?>
                ? JsonObject.class
                : expression.type().javaType();
    }

    @Override
    public List<Relation> relations() {
        return links.values().stream().map(Link::shape).toList();
    }

    EntityTable<E> table() {
        return table;
    }

    /** What no two have in common. */
    List<Attribute<E>> keys() {
        return keys;
    }

    Collection<Attribute<E>> attributes() {
        return attributes.values();
    }

    Optional<Attribute<E>> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    Set<String> attributeNames() {
        return attributes.keySet();
    }

    Optional<Link<E, ?>> link(String name) {
        return Optional.ofNullable(links.get(name));
    }

    Set<String> linkNames() {
        return links.keySet();
    }

    /** What is not read, as it is not shown. */
    List<Column<?>> large() {
        return large;
    }

    Optional<Integer> version(E entity) {
        return version.map(reader -> reader.apply(entity));
    }

    /** Gathers what clients see. For one thread. */
    public static final class Builder<E> {
        private final EntityTable<E> table;
        private final List<Attribute<E>> keys = new ArrayList<>();
        private final Map<String, Attribute<E>> attributes = new LinkedHashMap<>();
        private final Map<String, Link<E, ?>> links = new LinkedHashMap<>();
        private Optional<Function<? super E, Integer>> version = Optional.empty();
        private boolean isUndivided;
        private final Set<String> elsewhere = new HashSet<>();
        private final List<Column<?>> large = new ArrayList<>();

        private Builder(EntityTable<E> table, Attribute<E> key) {
            this.table = Objects.requireNonNull(table, "table");
            keys.add(key);
            attributes.put(key.name(), key);
        }

        /** A column; its reader may give an {@link Optional}. */
        public <T, C extends Expr<T> & Column<T>> Builder<E> attribute(
                String name, C column, Function<? super E, ? extends @Nullable Object> reader) {
            return added(new Attribute<>(name, column, List.of(column), List.of(), reader));
        }

        /** A further column of a key of several. */
        public <T, C extends Expr<T> & Column<T>> Builder<E> key(
                String name, C column, Function<? super E, ? extends T> reader) {
            Attribute<E> part = new Attribute<>(name, column, List.of(column), List.of(), reader);
            keys.add(part);
            return added(part);
        }

        /**
         * The version of an entity, which is not shown, and always read: by it clients tell whether they know the
         * latest.
         */
        public Builder<E> version(Function<? super E, Integer> reader) {
            version = Optional.of(reader);
            return this;
        }

        /** All columns are read, whatever of them is asked for: there are classes below that of the entity. */
        public Builder<E> undivided() {
            isUndivided = true;
            return this;
        }

        /** What is computed of columns, as a hybrid is. */
        public Builder<E> computed(
                String name,
                Expr<?> expression,
                Function<? super E, ? extends @Nullable Object> reader,
                Column<?>... columns) {
            return added(new Attribute<>(name, expression, List.of(columns), List.of(), reader));
        }

        /**
         * What is computed of relations to several: where it is shown, each is loaded by one statement for all.
         *
         * @param columns what it is computed of besides
         */
        public Builder<E> gathered(
                String name,
                Expr<?> expression,
                Function<? super E, ? extends @Nullable Object> reader,
                List<Column<?>> columns,
                List<Loadable<E, ?, ?>> relations) {
            return added(new Attribute<>(name, expression, columns, relations, reader));
        }

        /**
         * A value of what a relation to one leads to, as a column or a hybrid is: where it is shown, that is loaded by
         * the same statement. There may be none.
         *
         * @param target what the relation leads to, by an alias of its own
         */
        public <T, Q extends EntityTable<T>, X extends Expr<?>> Builder<E> through(
                String name,
                ToOne<E, T, Q> relation,
                Q target,
                Function<Q, ? extends Kind<X>> value,
                Function<? super E, ? extends @Nullable Object> reader) {
            elsewhere.add(name);
            return added(
                    new Attribute<>(name, Related.one(relation, target, value), List.of(), List.of(relation), reader));
        }

        /** Large columns that nothing here shows: they are not read. */
        public Builder<E> leaving(Column<?>... columns) {
            large.addAll(List.of(columns));
            return this;
        }

        private Builder<E> added(Attribute<E> attribute) {
            if (attributes.put(attribute.name(), attribute) != null) {
                throw new IllegalArgumentException("\"" + attribute.name() + "\" is there twice");
            }
            return this;
        }

        /**
         * A relation; loaded where a client includes it.
         *
         * @param target what clients see of what it leads to, asked for when it is used
         */
        public <T> Builder<E> link(
                String name,
                Loadable<E, T, ?> relation,
                Function<? super E, ? extends @Nullable Object> reader,
                Supplier<View<T>> target) {
            links.put(name, new Link<>(name, relation, reader, target));
            return this;
        }

        /** The view. */
        public View<E> made() {
            return new View<>(this);
        }
    }
}
