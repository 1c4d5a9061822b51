// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.audit.Auditing;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.internal.Once;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What beans say of sessions by their qualifiers: settings, who is at work, and instruments, which are made once.
 * Filled while the application starts. Thread-safe.
 */
final class UnitSettings {
    private final Producers<SessionSettings> settings = new Producers<>(SessionSettings.class);
    private final Producers<Auditing> auditings = new Producers<>(Auditing.class);
    private final Producers<Instrument> instruments = new Producers<>(Instrument.class);
    private final ObservedEvents observed;
    private final Map<Set<Annotation>, Once<List<Instrument>>> made = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Auditing> byCaller = new AtomicReference<>();

    UnitSettings(ObservedEvents observed) {
        this.observed = observed;
    }

    void addIfFitting(Bean<?> bean) {
        List.of(settings, auditings, instruments).forEach(producers -> producers.addIfFitting(bean));
    }

    /** An error if it is not clear which bean is meant. */
    void check(Set<Annotation> qualifiers, BeanManager manager) {
        settings.bean(qualifiers, manager);
        auditings.bean(qualifiers, manager);
        auditings.bean(Producers.UNQUALIFIED, manager);
    }

    /** Asked for late: the bean that says them may be one that waits for these sessions. */
    Supplier<SessionSettings> late(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        return new Once<>(() -> of(qualifiers, manager, context));
    }

    /** Makes instruments now, rather than by whichever threads are the first to use sessions. */
    void start(BeanManager manager) {
        instruments.qualifiers().forEach(qualifiers -> instruments(qualifiers, manager));
    }

    SessionSettings of(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        SessionSettings all = settings.of(qualifiers, manager, context)
                .orElseGet(SessionSettings::standard)
                .auditingByDefault(auditing(qualifiers, manager, context));
        for (Instrument instrument : instruments(qualifiers, manager)) {
            all = all.with(instrument);
        }
        return all.with(observed.firedBy(manager));
    }

    /** Of these sessions, or else of all, or else by the server's caller. */
    private Auditing auditing(Set<Annotation> qualifiers, BeanManager manager, CreationalContext<?> context) {
        return auditings
                .of(qualifiers, manager, context)
                .or(() -> auditings.of(Producers.UNQUALIFIED, manager, context))
                .orElseGet(() -> byCaller(manager));
    }

    private Auditing byCaller(BeanManager manager) {
        Auditing known = byCaller.get();
        if (known == null) {
            known = Auditing.by(ServerCaller.of(manager));
            byCaller.set(known);
        }
        return known;
    }

    private List<Instrument> instruments(Set<Annotation> qualifiers, BeanManager manager) {
        return made.computeIfAbsent(qualifiers, unit -> new Once<>(() -> instruments.allOf(unit, manager)))
                .get();
    }

    void giveTo(InsightMetrics metrics, BeanManager manager) {
        for (Set<Annotation> qualifiers : instruments.qualifiers()) {
            String unit = Producers.shown(qualifiers).replace("@", "");
            instruments(qualifiers, manager).stream()
                    .filter(Insight.class::isInstance)
                    .map(Insight.class::cast)
                    .forEach(insight -> metrics.add(insight::register, unit, manager));
        }
    }
}
