// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Users as other users may search them: how old they are, not when they were born, and neither where they are reached
 * nor how they like the application. And each, as the user alone sees it.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class PeopleListing {
    private final QUser u = QUser.as("u");
    private final QUserProfile p = QUserProfile.as("p");

    /** It has no version: people grow older without one. */
    private final View<User> people = View.of(u, "username", u.username, User::username)
            .through("bio", u.profile, p, profile -> profile.bio, user -> user.profile()
                    .bio())
            .through("image", u.profile, p, profile -> profile.image, user -> user.profile()
                    .image())
            .through("fullName", u.profile, p, QUserProfile::fullName, user -> user.profile()
                    .fullName())
            .through("age", u.profile, p, QUserProfile::age, user -> user.profile()
                    .age())
            .attribute("interests", u.interests, User::interests)
            .leaving(u.avatar)
            .made();

    private final View<User> own = View.of(u, "username", u.username, User::username)
            .through("firstName", u.profile, p, profile -> profile.firstName, user -> user.profile()
                    .firstName())
            .through("lastName", u.profile, p, profile -> profile.lastName, user -> user.profile()
                    .lastName())
            .through("fullName", u.profile, p, QUserProfile::fullName, user -> user.profile()
                    .fullName())
            .through("birthDate", u.profile, p, profile -> profile.birthDate, user -> user.profile()
                    .birthDate())
            .attribute("interests", u.interests, User::interests)
            .attribute("preferences", u.preferences, user -> Preferences.of(user.preferences()))
            .leaving(u.avatar)
            .version(User::version)
            .made();

    @Inject
    private Session session;

    /** What is told of a user to others. */
    public ViewShape shape() {
        return people;
    }

    /** What is told of a user to the same. */
    public ViewShape ownShape() {
        return own;
    }

    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return people.query(request).page(session);
    }

    /** The user of this name, without regard to case. */
    public Optional<ViewDocument> find(String username, ViewRequest request) {
        return people.query(request).one(session, Users.called(username).of(u));
    }

    /** A user, for the same. */
    public Optional<ViewDocument> own(long user, ViewRequest request) {
        return own.query(request).one(session, u.id, user);
    }
}
