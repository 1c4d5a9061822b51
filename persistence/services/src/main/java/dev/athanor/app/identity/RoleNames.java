// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static java.util.stream.Collectors.toCollection;

import dev.athanor.app.InvalidInput;
import dev.athanor.domain.identity.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What roles are called outside: in small letters. */
final class RoleNames {
    private RoleNames() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static Set<String> of(Collection<Role> roles) {
        return roles.stream().map(RoleNames::of).collect(toCollection(TreeSet::new));
    }

    /** The roles of these names. */
    static Set<Role> roles(Collection<String> names) {
        return names.stream().map(RoleNames::role).collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> of(role).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("roles", "must be of: " + known()));
    }

    private static String known() {
        return Arrays.stream(Role.values()).map(RoleNames::of).collect(Collectors.joining(", "));
    }
}
