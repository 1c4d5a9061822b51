// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.anyOf;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link Profiles} by a session. */
@ApplicationScoped
@Transactional
class ProfileService implements Profiles {
    private static final Set<String> LIVING = Set.of("living");

    private final QUser u = QUser.as("u");
    private final QUser f = QUser.as("f");
    private final QUserProfile p = QUserProfile.as("p");

    @Inject
    private Session session;

    @Inject
    private Users users;

    @Override
    public Optional<Profile> find(String username, Viewer viewer) {
        return session.oneOrNone(seenBy(viewer).where(Users.called(username).of(u)));
    }

    @Override
    public Map<Long, Profile> byId(Collection<Long> ids, Viewer viewer) {
        Select<Profile> wanted = seenBy(viewer).where(u.id.in(ids));
        return session.unfiltered(LIVING, () -> session.list(wanted)).stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    private Select<Profile> seenBy(Viewer viewer) {
        return select(Profile.class, u.id, u.username, p.bio, p.image, u.isFollowedBy(viewer.user()))
                .from(u)
                .join(u.profile, p);
    }

    @Override
    public Map<String, Long> idsOf(Collection<String> usernames) {
        List<Condition> called =
                usernames.stream().map(name -> Users.called(name).of(u)).toList();
        Map<String, Long> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        session.list(select(u.username, u.id).where(anyOf(called)))
                .forEach(row -> ids.put(row.get(u.username), row.get(u.id)));
        return ids;
    }

    @Override
    public List<Long> followedBy(long user) {
        return session.list(selectValue(f.id).from(u).join(u.following, f).where(u.id.eq(user)));
    }

    @Override
    public List<Long> followersOf(long user) {
        return session.list(selectValue(f.id).from(u).join(u.followers, f).where(u.id.eq(user)));
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public Profile follow(long user, String username) {
        User followed = called(username);
        if (followed.id() == user) {
            throw new InvalidInput("username", "is your own");
        }
        follow(withFollowed(user, followed.id()), followed);
        return find(username, Viewer.of(user)).orElseThrow(() -> new NotFound("profile"));
    }

    /** Who asks twice at once finds that it is done. */
    private void follow(User user, User followed) {
        try {
            session.nested(block -> user.following().add(followed));
        } catch (SqlException e) {
            if (e.code() != SqlError.CONSTRAINT_VIOLATED) {
                throw e;
            }
        }
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public Profile unfollow(long user, String username) {
        User followed = called(username);
        withFollowed(user, followed.id()).following().remove(followed);
        return find(username, Viewer.of(user)).orElseThrow(() -> new NotFound("profile"));
    }

    private User called(String username) {
        return users.withProfile(Users.called(username)).orElseThrow(() -> new NotFound("profile"));
    }

    // region part
    /** A user with as much of those followed as is to be changed, however many there are. */
    private User withFollowed(long user, long followed) {
        return session.oneOrNone(select(u)
                        .where(u.id.eq(user))
                        .options(selectin(u.following, f).where(f.id.eq(followed))))
                .orElseThrow(() -> new NotFound("user"));
    }
    // endregion
}
