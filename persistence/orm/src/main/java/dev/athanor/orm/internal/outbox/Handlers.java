// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.outbox.OutboxSettings.Registered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who handles events, by the names of their types. Immutable. */
final class Handlers {
    private final Map<String, Handling<?>> byName;

    private Handlers(Map<String, Handling<?>> byName) {
        this.byName = Map.copyOf(byName);
    }

    static Handlers of(List<Registered<?>> registered) {
        Map<String, Handling<?>> byName = new HashMap<>();
        registered.forEach(one -> add(byName, one.type(), one));
        return new Handlers(byName);
    }

    /** A sealed class stands for those below it. */
    private static <E> void add(Map<String, Handling<?>> byName, Class<?> type, Registered<E> registered) {
        if (type.isSealed()) {
            for (Class<?> below : type.getPermittedSubclasses()) {
                add(byName, below, registered);
            }
            return;
        }
        Handling<E> handling = new Handling<>(type.asSubclass(registered.type()), registered.handler());
        for (String name : EventNames.all(type)) {
            Handling<?> other = byName.putIfAbsent(name, handling);
            if (other != null) {
                throw new OrmException(
                        OrmError.OUTBOX_INVALID,
                        "two handlers are for events of the type \"" + name + "\", one of " + other.type.getName()
                                + " and one of " + type.getName() + "; let one handler do what both do");
            }
        }
    }

    /** Handles an event; an error if nobody does. */
    void handle(String payload, Delivery delivery) throws Exception {
        Handling<?> handling = byName.get(delivery.type());
        if (handling == null) {
            throw new OrmException(
                    OrmError.EVENT_UNKNOWN,
                    "nobody handles events of the type \"" + delivery.type()
                            + "\"; register a handler of a class that has, or had, this name");
        }
        handling.handle(payload, delivery);
    }

    private record Handling<E>(Class<? extends E> type, OutboxHandler<? super E> handler) {
        void handle(String payload, Delivery delivery) throws Exception {
            handler.handle(Payloads.read(payload, type), delivery);
        }
    }
}
