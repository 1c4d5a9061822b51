// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/**
 * Says how events of the outbox are delivered: looked for each second, by two at a time. Nobody waits for them who
 * would notice, so that none of the pool's connections is taken for good to listen.
 */
@ApplicationScoped
public class Events {
    @Produces
    @SuppressWarnings("UnusedVariable") // CDI reads it
    private final OutboxSettings settings = OutboxSettings.standard()
            .withoutNotifications()
            .poll(Duration.ofSeconds(1))
            .workers(2)
            .table("outbox.event");
}
