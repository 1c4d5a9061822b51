// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes entities and what is embedded in them of the values of columns. */
final class ObjectMaker {
    private final Rows rows;
    private final Conversions conversions;

    ObjectMaker(Rows rows, Conversions conversions) {
        this.rows = rows;
        this.conversions = conversions;
    }

    /** An object of a class, with these values; relations are those of the row. */
    Object made(Shape shape, Map<Attribute.Basic, @Nullable Object> values, GeneratedRow row) {
        Object made = instance(shape.type());
        for (Attribute attribute : shape.attributes()) {
            if (attribute instanceof Attribute.Basic basic) {
                basic.property().set(made, conversions.toJava(row.model(), basic, values.get(basic)));
            } else if (attribute instanceof Attribute.Embedded embedded) {
                embedded.property().set(made, embedded(embedded.shape(), values, row));
            }
        }
        return made;
    }

    /** None where all its columns are null, as JPA has it. */
    private @Nullable Object embedded(Shape shape, Map<Attribute.Basic, @Nullable Object> values, GeneratedRow row) {
        boolean none = shape.basics().allMatch(basic -> values.get(basic) == null)
                && shape.relations()
                        .map(relation -> row.model().routes().get(relation.path()))
                        .filter(route -> route != null && route.refers())
                        .allMatch(route -> rows.reached(route, row).isEmpty());
        return none && !shape.attributes().isEmpty() ? null : made(shape, values, row);
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw unmade(type, e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw unmade(type, e);
        }
    }

    private static ContractException unmade(Class<?> type, Throwable reason) {
        return new ContractException(
                ContractError.ATTRIBUTE_UNSUPPORTED,
                type.getName() + " cannot be made by a constructor without parameters: " + reason,
                reason);
    }
}
