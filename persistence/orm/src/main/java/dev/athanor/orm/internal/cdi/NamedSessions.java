// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions that annotations mean by the class of a qualifier. They stay until the application ends. Thread-safe.
 */
final class NamedSessions {
    private final Producers<Session> sessions;
    private final Map<Class<? extends Annotation>, Session> known = new ConcurrentHashMap<>();

    NamedSessions(Producers<Session> sessions) {
        this.sessions = sessions;
    }

    Session of(Class<? extends Annotation> qualifier, BeanManager manager) {
        Session there = known.get(qualifier);
        // Not computed within the map: a producer may call what asks again.
        return there != null ? there : keep(qualifier, made(qualifier, manager));
    }

    private Session keep(Class<? extends Annotation> qualifier, Session made) {
        Session first = known.putIfAbsent(qualifier, made);
        return first == null ? made : first;
    }

    private Session made(Class<? extends Annotation> qualifier, BeanManager manager) {
        return qualifiers(qualifier)
                .flatMap(all -> sessions.of(all, manager, manager.createCreationalContext(null)))
                .orElseThrow(() -> new OrmException(OrmError.SESSION_NOT_PROVIDED, missing(qualifier)));
    }

    /** What is wrong with meaning a session so. */
    Optional<String> problem(Class<? extends Annotation> qualifier) {
        return qualifiers(qualifier).isPresent() ? Optional.empty() : Optional.of(missing(qualifier));
    }

    private String missing(Class<? extends Annotation> qualifier) {
        return "it is not clear which session is meant by " + qualifier.getSimpleName() + ".class, of those with "
                + sessions.qualifiers().stream().map(Producers::shown).sorted().toList()
                + "; name by session = … the qualifier that one of them has";
    }

    /** The only session there is needs no name. */
    private Optional<Set<Annotation>> qualifiers(Class<? extends Annotation> qualifier) {
        List<Set<Annotation>> all = List.copyOf(sessions.qualifiers());
        List<Set<Annotation>> named = all.stream()
                .filter(qualifiers -> qualifiers.stream().anyMatch(one -> one.annotationType() == qualifier))
                .toList();
        List<Set<Annotation>> meant = named.isEmpty() && qualifier == Default.class ? all : named;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
