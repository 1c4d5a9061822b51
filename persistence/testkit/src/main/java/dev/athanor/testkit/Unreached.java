// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;

/** Takes the place of collections that a check does not fill, and says so to whoever looks into them. */
final class Unreached {
    private Unreached() {}

    /** Puts a collection there that cannot be read, if it is a collection. */
    static void guard(EntityModel model, Attribute attribute, Object holder, String reason) {
        Class<?> type = attribute.property().javaType();
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            Object guard = Proxy.newProxyInstance(
                    Unreached.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        throw ContractException.attribute(model.type(), attribute.path(), reason);
                    });
            attribute.property().set(holder, guard);
        }
    }
}
