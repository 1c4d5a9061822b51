// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import dev.athanor.orm.Load;
import dev.athanor.sql.Loadable;
import dev.athanor.sql.Option;
import dev.athanor.sql.ToOne;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relation of entities that clients may have with them.
 *
 * @param name what they call it
 * @param relation the relation
 * @param reader reads it
 * @param target what they see of what it leads to; asked for late, as views may lead to each other
 */
record Link<E, T>(
        String name,
        Loadable<E, T, ?> relation,
        Function<? super E, ? extends @Nullable Object> reader,
        Supplier<View<T>> target) {
    boolean isToOne() {
        return relation instanceof ToOne;
    }

    ViewShape.Relation shape() {
        return new ViewShape.Relation(name, !isToOne(), isToOne() && Absence.isPossible(relation), target.get());
    }

    /** One statement for all, or none where there is one of them. */
    Load<E, T> load(Selection<T> inside) {
        Load<E, T> load = isToOne() ? Load.joined(relation) : Load.selectin(relation);
        for (Option<? super T> option : inside.options()) {
            load = load.then(option);
        }
        return load;
    }

    @SuppressWarnings("unchecked") // of what the relation leads to
    @Nullable
    Object of(E entity, Selection<T> inside) {
        Object value = reader.apply(entity);
        if (value instanceof Optional<?> optional) {
            value = optional.orElse(null);
        }
        if (value instanceof Collection<?> several) {
            List<Map<String, Object>> documents = new ArrayList<>();
            several.forEach(one -> documents.add(inside.document((T) one)));
            return documents;
        }
        return value == null ? null : inside.document((T) value);
    }
}
