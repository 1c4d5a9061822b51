// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.sql.Sql.insert;

import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.Role;
import dev.athanor.orm.SessionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the user whom the server's configuration names an administrator, once this user has logged in: there has to be
 * one who can make others.
 */
@ApplicationScoped
class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    private final QUser.Roles r = QUser.Roles.as("r");

    @Inject
    @ConfigProperty(name = "athanor.administrator")
    private Optional<String> username;

    @Inject
    private SessionFactory sessions;

    /**
     * The account of somebody who has just logged in, with the role where that is so. The name is compared sign by
     * sign: Java and the database do not agree on which letters are the same in other cases (a long s is an S to Java
     * alone), and a name that is the same to Java alone may be a stranger's.
     */
    Account appoint(Account account) {
        boolean named = username.filter(account.username()::equals).isPresent();
        return named && !account.roles().contains(RoleNames.of(Role.ADMINISTRATOR)) ? appointed(account) : account;
    }

    private Account appointed(Account account) {
        sessions.transaction(session -> session.execute(insert(r)
                .set(r.owner.id, account.id())
                .set(r.value, Role.ADMINISTRATOR)
                .onConflict(r.owner.id, r.value)
                .doNothing()));
        LOG.log(Level.INFO, "{0} is an administrator from now on, as the configuration says", account.username());
        Set<String> roles = new TreeSet<>(account.roles());
        roles.add(RoleNames.of(Role.ADMINISTRATOR));
        return account.with(roles);
    }
}
