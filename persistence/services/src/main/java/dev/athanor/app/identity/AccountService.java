// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.app.InputRules.refuse;
import static dev.athanor.app.identity.Users.anybody;
import static dev.athanor.app.identity.Users.called;
import static dev.athanor.app.identity.Users.otherThan;
import static dev.athanor.app.identity.Users.reachedAt;
import static dev.athanor.app.identity.Users.withPassword;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.pattern.Specification;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Accounts} by a session. */
@ApplicationScoped
@Transactional
class AccountService implements Accounts {
    private static final String TAKEN = "has already been taken";

    /** The unique indexes, and what they are about. */
    private static final UniqueConstraints UNIQUE = new UniqueConstraints(Map.of(
            "users_username_unique", new Violation("username", TAKEN),
            "users_email_unique", new Violation("email", TAKEN)));

    @Inject
    private Session session;

    @Inject
    private SessionFactory sessions;

    @Inject
    private Users users;

    @Inject
    private InputRules rules;

    @Inject
    private PasswordHasher passwords;

    @Inject
    private LoginLimits limits;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private Event<UserDeactivated> deactivated;

    /** In no transaction while the password is hashed, which takes long. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Account register(Registration registration, String address) {
        rules.check(registration);
        limits.register(address);
        User user = new User(registration.username(), registration.email(), passwords.hash(registration.password()));
        return sessions.transactionResult(own -> {
            refuse(taken(new Users(own), Optional.of(user.username()), Optional.of(user.email()), anybody()));
            own.add(user);
            return written(own, user);
        });
    }

    /**
     * In no transaction while the password is verified, which takes long. Until then it does the same for an address
     * that nobody has as for one that somebody has.
     */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<Account> logIn(Credentials credentials, String address) {
        rules.check(credentials);
        LoginLimits.Attempt attempt = limits.begin(credentials.email(), address);
        Optional<Known> user = sessions.read(session -> new Users(session).known(reachedAt(credentials.email())));
        boolean right = passwords.verify(credentials.password(), user.map(Known::passwordHash));
        return user.filter(known -> right).flatMap(known -> loggedIn(known, attempt));
    }

    /** Unless the password was changed while it was verified. */
    private Optional<Account> loggedIn(Known known, LoginLimits.Attempt attempt) {
        limits.succeeded(attempt);
        return sessions.<Optional<Account>, RuntimeException>read(session -> new Users(session)
                        .withProfile(withPassword(known.id(), known.passwordChanges()))
                        .map(AccountService::account))
                .map(administrator::appoint);
    }

    @Override
    public Optional<Account> find(long id) {
        return users.withProfile(id).map(AccountService::account);
    }

    @Override
    public boolean isGood(long id, int passwordChanges) {
        return users.exists(withPassword(id, passwordChanges));
    }

    @Override
    public Optional<Set<String>> rolesOf(long id, int passwordChanges) {
        return users.rolesOf(withPassword(id, passwordChanges)).map(RoleNames::of);
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public Account change(long id, AccountChanges changes) {
        if (changes.isEmpty()) {
            throw new InvalidInput("user", "must say what to change");
        }
        rules.check(changes);
        Optional<String> hash = changes.password().map(passwords::hash);
        User user = living(id);
        refuse(taken(users, changes.username(), changes.email(), otherThan(id)));
        user.rename(changes.username().orElse(user.username()), changes.email().orElse(user.email()));
        hash.ifPresent(user::changePassword);
        user.profile()
                .tell(
                        changed(changes.bio(), user.profile().bio()),
                        changed(changes.image(), user.profile().image()));
        return written(session, user);
    }

    private static @Nullable String changed(Optional<String> change, Optional<String> before) {
        return change.isEmpty()
                ? before.orElse(null)
                : change.filter(text -> !text.isBlank()).orElse(null);
    }

    @Override
    public void deactivate(long id) {
        session.delete(living(id));
        deactivated.fire(new UserDeactivated(id));
    }

    private User living(long id) {
        return users.withProfile(id).orElseThrow(() -> new NotFound("user"));
    }

    /** Asked first, so that both may be told; the indexes have the last word. */
    private static List<Violation> taken(
            Users users, Optional<String> username, Optional<String> email, Specification<QUser> others) {
        List<Violation> violations = new ArrayList<>();
        if (username.isPresent() && users.knows(called(username.get()).and(others))) {
            violations.add(new Violation("username", TAKEN));
        }
        if (email.isPresent() && users.exists(reachedAt(email.get()).and(others))) {
            violations.add(new Violation("email", TAKEN));
        }
        return violations;
    }

    private static Account written(Session session, User user) {
        try {
            session.flush();
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
        return account(user);
    }

    private static Account account(User user) {
        return new Account(
                user.id(),
                user.username(),
                user.email(),
                user.profile().bio().orElse(null),
                user.profile().image().orElse(null),
                user.passwordChanges(),
                RoleNames.of(user.roles()));
    }
}
