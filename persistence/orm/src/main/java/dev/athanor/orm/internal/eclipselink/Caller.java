// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.event.Listeners;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;

/** Finds the place in the application that something happens for. Thread-safe. */
public final class Caller {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<String> TOOLKIT = Set.of(
            "dev.athanor.orm",
            "dev.athanor.orm.async",
            "dev.athanor.orm.audit",
            "dev.athanor.orm.bulk",
            "dev.athanor.orm.event",
            "dev.athanor.orm.insight",
            "dev.athanor.orm.internal.bulk",
            "dev.athanor.orm.internal.cdi",
            "dev.athanor.orm.internal.eclipselink",
            "dev.athanor.orm.internal.outbox",
            "dev.athanor.orm.outbox",
            "dev.athanor.orm.pattern",
            "dev.athanor.orm.replica",
            "dev.athanor.orm.transaction");
    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "jakarta.",
            "org.eclipse.persistence.",
            "org.jboss.weld.",
            "com.ibm.",
            "io.openliberty.",
            "dev.athanor.sql.");

    private Caller() {}

    /**
     * While listeners are told: the first place, apart from theirs, that is not of the toolkit, EclipseLink, the
     * server, the JDK, a proxy or an entity.
     */
    static Optional<StackWalker.StackFrame> find() {
        return WALKER.walk(frames -> frames.dropWhile(frame -> frame.getDeclaringClass() != Listeners.class)
                .filter(Caller::isOfApplication)
                .findFirst());
    }

    private static boolean isOfApplication(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return isOfApplication(type.getName()) && !PersistenceWeaved.class.isAssignableFrom(type);
    }

    /** Whether it is none of the toolkit, EclipseLink, the server and the JDK, nor a proxy. */
    public static boolean isOfApplication(String type) {
        return !TOOLKIT.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))))
                && OTHERS.stream().noneMatch(type::startsWith)
                && !type.contains("$Proxy")
                && !type.contains("$$");
    }
}
