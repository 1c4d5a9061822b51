// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.value;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.TextColumn;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Accounts} by a session. */
@Stateless
public class AccountService implements Accounts {
    private static final String TAKEN = "has already been taken";

    /** The unique indexes, and what they are about. */
    private static final UniqueConstraints UNIQUE = new UniqueConstraints(Map.of(
            "users_username_unique", new Violation("username", TAKEN),
            "users_email_unique", new Violation("email", TAKEN)));

    private final QUser u = QUser.as("u");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Inject
    private PasswordHasher passwords;

    @Override
    public Account register(Registration registration) {
        refuse(rules.violations(registration));
        // Before the first query: it takes long, and the transaction would keep a connection for it.
        User user = new User(registration.username(), registration.email(), passwords.hash(registration.password()));
        refuse(taken(registration));
        return account(write(user));
    }

    @Override
    public Optional<Account> find(long id) {
        return session.get(User.class, id).map(AccountService::account);
    }

    /** Asked first, so that both may be told; the indexes have the last word. */
    private List<Violation> taken(Registration registration) {
        List<Violation> violations = new ArrayList<>();
        if (exists(u.username, registration.username())) {
            violations.add(new Violation("username", TAKEN));
        }
        if (exists(u.email, registration.email())) {
            violations.add(new Violation("email", TAKEN));
        }
        return violations;
    }

    /** As the indexes have it, for the database's idea of lower case. */
    private boolean exists(TextColumn column, String wanted) {
        return session.exists(select(u).where(column.lower().eq(value(wanted).lower())));
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private User write(User user) {
        try {
            session.add(user);
            session.flush();
            return user;
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
    }

    private static Account account(User user) {
        return new Account(user.id(), user.username(), user.email(), user.bio(), user.image());
    }
}
