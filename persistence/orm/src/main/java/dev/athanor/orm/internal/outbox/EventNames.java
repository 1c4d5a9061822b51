// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.outbox.OutboxEvent;
import java.util.List;
import java.util.stream.Stream;

/** The names of the types of events. */
final class EventNames {
    private EventNames() {}

    /** That under which an event of a class is recorded. */
    static String of(Class<?> type) {
        return named(type).value();
    }

    /** All under which one of a class may have been. */
    static List<String> all(Class<?> type) {
        OutboxEvent named = named(type);
        return Stream.concat(Stream.of(named.value()), Stream.of(named.formerly()))
                .toList();
    }

    private static OutboxEvent named(Class<?> type) {
        OutboxEvent named = type.getAnnotation(OutboxEvent.class);
        if (named == null || named.value().isBlank()) {
            throw new OrmException(
                    OrmError.EVENT_INVALID,
                    type.getName() + " has no name that outlives the class; annotate it with"
                            + " @OutboxEvent(\"a-name\")");
        }
        return named;
    }
}
