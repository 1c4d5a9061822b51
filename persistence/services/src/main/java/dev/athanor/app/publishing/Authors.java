// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profile;
import dev.athanor.app.identity.Profiles;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who has written some rows, asked for at once. */
record Authors(Map<Long, Profile> byId) {
    /** The users of these keys, of which some may be the same. */
    static Authors of(Profiles profiles, Collection<Long> ids, Viewer viewer) {
        return new Authors(ids.isEmpty() ? Map.of() : profiles.byId(Set.copyOf(ids), viewer));
    }

    Profile get(long id) {
        return Objects.requireNonNull(byId.get(id), "users are never purged");
    }
}
