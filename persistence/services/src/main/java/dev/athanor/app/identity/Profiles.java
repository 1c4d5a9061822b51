// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users as others see them, and who follows whom. */
public interface Profiles {

    /** The user of a name, without regard to case. */
    Optional<Profile> find(String username, Viewer viewer);

    /** The users of some keys, by their keys; deleted ones, too, as what they wrote may still be there. */
    Map<Long, Profile> byId(Collection<Long> ids, Viewer viewer);

    /** The keys of the users of some names, by the names, without regard to case. */
    Map<String, Long> idsOf(Collection<String> usernames);

    /** The keys of those whom a user follows. */
    List<Long> followedBy(long user);

    /** The keys of those who follow a user. */
    List<Long> followersOf(long user);

    /**
     * Lets a user follow another, if that is not so already.
     *
     * @throws NotFound if there is no user of the name
     * @throws InvalidInput if it is the user's own
     */
    Profile follow(long user, String username);

    /**
     * Lets a user not follow another any more, if that is not so already.
     *
     * @throws NotFound if there is no user of the name
     */
    Profile unfollow(long user, String username);
}
