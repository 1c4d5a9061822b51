// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.domain.identity.User;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Accounts} on JPA. */
@Stateless
public class AccountService implements Accounts {
    private static final String TAKEN = "has already been taken";

    /** The unique indexes, and what they are about. */
    private static final UniqueConstraints UNIQUE = new UniqueConstraints(Map.of(
            "users_username_unique", new Violation("username", TAKEN),
            "users_email_unique", new Violation("email", TAKEN)));

    @PersistenceContext(unitName = "athanor")
    private EntityManager entityManager;

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
        return Optional.ofNullable(entityManager.find(User.class, id)).map(AccountService::account);
    }

    /** Asked first, so that both may be told; the indexes have the last word. */
    private List<Violation> taken(Registration registration) {
        List<Violation> violations = new ArrayList<>();
        if (exists("lower(u.username) = lower(:value)", registration.username())) {
            violations.add(new Violation("username", TAKEN));
        }
        if (exists("lower(u.email) = lower(:value)", registration.email())) {
            violations.add(new Violation("email", TAKEN));
        }
        return violations;
    }

    private boolean exists(String condition, String value) {
        return entityManager
                        .createQuery("select count(u) from User u where " + condition, Long.class)
                        .setParameter("value", value)
                        .getSingleResult()
                > 0;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private User write(User user) {
        try {
            entityManager.persist(user);
            entityManager.flush();
            return user;
        } catch (PersistenceException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
    }

    private static Account account(User user) {
        return new Account(user.id(), user.username(), user.email(), user.bio(), user.image());
    }
}
