// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.outbox.OutboxHandler;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bean that handles events.
 *
 * @param type as which it does
 */
record HandlerBean(Bean<?> bean, ParameterizedType type) {
    /** If a bean is one. */
    static Optional<HandlerBean> of(Bean<?> bean) {
        return bean.getTypes().stream()
                .filter(HandlerBean::isHandler)
                .findFirst()
                .map(type -> new HandlerBean(bean, (ParameterizedType) type));
    }

    private static boolean isHandler(Type type) {
        return type instanceof ParameterizedType handler && handler.getRawType() == OutboxHandler.class;
    }

    /** Of the persistence unit whose events they are. */
    Set<Annotation> qualifiers() {
        return bean.getQualifiers().stream()
                .filter(qualifier -> qualifier.annotationType() != Named.class)
                .collect(Collectors.toUnmodifiableSet());
    }

    OutboxSettings addTo(OutboxSettings settings, BeanManager manager) {
        if (type.getActualTypeArguments()[0] instanceof Class<?> event) {
            return add(settings, event, manager);
        }
        throw new OrmException(
                OrmError.OUTBOX_INVALID,
                bean + " handles events of " + type.getActualTypeArguments()[0] + "; name a class of events");
    }

    private <E> OutboxSettings add(OutboxSettings settings, Class<E> event, BeanManager manager) {
        return settings.on(event, (occurred, delivery) -> {
            CreationalContext<?> context = manager.createCreationalContext(bean);
            try {
                @SuppressWarnings("unchecked") // that is its type
                OutboxHandler<E> handler = (OutboxHandler<E>) manager.getReference(bean, type, context);
                handler.handle(occurred, delivery);
            } finally {
                context.release();
            }
        });
    }
}
