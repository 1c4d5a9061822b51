// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.domain.identity.Role;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;

/** {@link Administration} by a session. */
@ApplicationScoped
@Transactional
class AdministrationService implements Administration {
    @Inject
    private Users users;

    @Override
    public Set<String> rolesOf(String username) {
        return RoleNames.of(called(username).roles());
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public Set<String> assign(long administrator, String username, Collection<String> names) {
        Set<Role> roles = RoleNames.roles(names);
        User user = called(username);
        if (user.id() == administrator && !roles.contains(Role.ADMINISTRATOR)) {
            throw new InvalidInput("roles", "must keep your own administrator; another administrator may take it away");
        }
        user.roles().retainAll(roles);
        user.roles().addAll(roles);
        return RoleNames.of(roles);
    }

    private User called(String username) {
        return users.withProfile(Users.called(username)).orElseThrow(() -> new NotFound("user"));
    }
}
