// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.event.ConnectionEvent;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.LazyLoad;
import dev.athanor.orm.event.SavepointEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the events of one thread's sessions. */
@ApplicationScoped
class Chronicle {
    private static final ThreadLocal<@Nullable List<String>> WRITTEN = new ThreadLocal<>();

    void transaction(@Observes TransactionEvent event) {
        write(event);
    }

    void flush(@Observes FlushEvent event) {
        write(event);
    }

    void entity(@Observes EntityEvent event) {
        write(event);
    }

    void savepoint(@Observes SavepointEvent event) {
        write(event);
    }

    void statement(@Observes StatementEvent event) {
        write(event);
    }

    void connection(@Observes ConnectionEvent event) {
        write(event);
    }

    void load(@Observes LazyLoad event) {
        write(event);
    }

    private void write(SessionEvent event) {
        List<String> own = WRITTEN.get();
        if (own != null) {
            own.add(event.getClass().getSimpleName());
        }
    }

    /** What happens meanwhile in this thread. */
    List<String> of(Runnable work) {
        List<String> own = new ArrayList<>();
        WRITTEN.set(own);
        try {
            work.run();
        } finally {
            WRITTEN.remove();
        }
        return own;
    }
}
