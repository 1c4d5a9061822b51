// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.TransactionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what the server's beans are told of sessions. */
@ApplicationScoped
class Observers {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    // region observer
    void updated(@Observes EntityEvent.AfterUpdate event) {
        seen.add("updated " + event.entity().getClass().getSimpleName());
    }

    void ended(@Observes TransactionEvent.AfterCommit event) {
        seen.add("committed");
    }
    // endregion

    void rolledBack(@Observes TransactionEvent.AfterRollback event) {
        seen.add("rolled back");
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    void forget() {
        seen.clear();
    }
}
