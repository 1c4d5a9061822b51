// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.replica.OnReplica;
import dev.athanor.orm.replica.ReplicaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where what only reads is read, if the server's environment names a replica. */
@ApplicationScoped
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI reads and injects them
public class ReplicaUnit {
    @Produces
    @PersistenceUnit(unitName = "athanor")
    private EntityManagerFactory primary;

    @Produces
    @OnReplica
    @PersistenceUnit(unitName = "athanor-replica")
    private EntityManagerFactory factory;

    @Produces
    @OnReplica
    @PersistenceContext(unitName = "athanor-replica")
    private EntityManager entities;

    @Inject
    @ConfigProperty(name = "athanor.db.url")
    private Optional<String> address;

    @Inject
    @ConfigProperty(name = "athanor.replica.db.url")
    private Optional<String> replicaAddress;

    @Produces
    ReplicaSettings settings() {
        return ReplicaSettings.standard().used(replicaAddress.isPresent() && !replicaAddress.equals(address));
    }
}
