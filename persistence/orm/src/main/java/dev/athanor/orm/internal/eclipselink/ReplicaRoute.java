// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.replica.WritePosition;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * Leads the sessions of a container's transaction to the replica, if it was said that it only reads before anything was
 * done in it; for the rest of it they stay where they are. Thread-safe.
 */
public final class ReplicaRoute {
    private final EntityManager entities;
    private final Replica replica;
    private final ClientPosition client;
    private final Supplier<WritePosition> written;
    private final Supplier<TransactionSynchronizationRegistry> registry;

    /**
     * To a replica.
     *
     * @param entities the container's entity manager of it
     * @param written tells how far the primary has come
     * @param registry asked for when the replica is used
     */
    public ReplicaRoute(
            EntityManager entities,
            Replica replica,
            ClientPosition client,
            Supplier<WritePosition> written,
            Supplier<TransactionSynchronizationRegistry> registry) {
        this.entities = entities;
        this.replica = replica;
        this.client = client;
        this.written = written;
        this.registry = registry;
    }

    /** Settings of the primary's sessions, whose commits are the client's. */
    SessionSettings noting(SessionSettings settings) {
        return settings.on(TransactionEvent.AfterCommit.class, event -> client.wrote(written));
    }

    /** Whether there is anything to lead to. */
    boolean isUsed() {
        return replica.isUsed();
    }

    /** The transaction that has begun only reads. */
    void onlyReads() {
        if (isUsed() && isActive() && registry.get().getResource(replica) == null) {
            registry.get().putResource(replica, replica.admits(client) ? Side.REPLICA : Side.PRIMARY);
        }
    }

    /** Whether the sessions of the thread's transaction are those of the replica. */
    boolean isTaken() {
        if (!isUsed() || !isActive()) {
            return false;
        }
        Object side = registry.get().getResource(replica);
        if (side == null) {
            registry.get().putResource(replica, Side.PRIMARY);
        }
        return side == Side.REPLICA;
    }

    private boolean isActive() {
        int status = registry.get().getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /** The replica's. */
    EntityManager entities() {
        return entities;
    }

    private enum Side {
        PRIMARY,
        REPLICA
    }
}
