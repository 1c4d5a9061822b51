// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that records an event or begins to deliver it, says so, and then does nothing until it is killed. */
final class OutboxProcess {
    private OutboxProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[1]);
        source.setUser(arguments[2]);
        EntityManagerFactory factory =
                Persistence.createEntityManagerFactory("press", Map.of("jakarta.persistence.nonJtaDataSource", source));
        CountDownLatch never = new CountDownLatch(1);
        if (arguments[0].equals("record")) {
            SessionFactory.of(factory).transaction(session -> Outbox.of(session).record("k", new Step("killed", 1)));
            System.out.println("committed");
        } else {
            OutboxWorker.start(factory, OutboxSettings.standard().on(Step.class, (step, delivery) -> {
                delivery.session().add(new Tag("by the killed"));
                delivery.session().flush();
                System.out.println("handling");
                never.await();
            }));
        }
        never.await();
    }
}
