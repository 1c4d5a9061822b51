// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.orm.EntityFilter.unfiltered;
import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.joined;
import static dev.athanor.sql.Sql.value;
import static java.util.stream.Collectors.toCollection;

import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.Role;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.pattern.Repository;
import dev.athanor.orm.pattern.Specification;
import dev.athanor.sql.Row;
import dev.athanor.sql.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All users that were not deleted, with their profiles. Names and addresses are compared as the indexes have it. */
@Dependent
class Users extends Repository<User, Long, QUser> {
    @Inject
    Users(Session session) {
        super(session, QUser.as("u"));
    }

    static Specification<QUser> anybody() {
        return u -> u.id.isNotNull();
    }

    static Specification<QUser> called(String username) {
        return u -> u.username.lower().eq(value(username).lower());
    }

    static Specification<QUser> reachedAt(String email) {
        return u -> u.email.lower().eq(value(email).lower());
    }

    static Specification<QUser> otherThan(long id) {
        return u -> u.id.ne(id);
    }

    /** Without the picture, which is large. */
    Optional<User> withProfile(Specification<QUser> wanted) {
        return session().oneOrNone(select(wanted).options(joined(table().profile), defer(table().avatar)));
    }

    Optional<User> withProfile(long id) {
        return withProfile(u -> u.id.eq(id));
    }

    /** A user whose password was changed so often, and no more often. */
    static Specification<QUser> withPassword(long id, int changes) {
        return u -> u.id.eq(id).and(u.passwordChanges.eq(changes));
    }

    /** The roles of a user, if there is such a one; by one statement. */
    Optional<Set<Role>> rolesOf(Specification<QUser> wanted) {
        QUser.Roles r = QUser.Roles.as("r");
        List<Row> rows = session()
                .list(Sql.select(table().id, r.value)
                        .from(table())
                        .leftJoin(table().roles, r)
                        .where(wanted.of(table())));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.get(r.value)))
                        .collect(toCollection(() -> EnumSet.noneOf(Role.class))));
    }

    /** Whom credentials may be right for; by one statement, which reads nothing else. */
    Optional<Known> known(Specification<QUser> wanted) {
        return session()
                .oneOrNone(Sql.select(Known.class, table().id, table().passwordHash, table().passwordChanges)
                        .from(table())
                        .where(wanted.of(table())));
    }

    /** Whether the name was ever given. */
    boolean knows(Specification<QUser> wanted) {
        return session().exists(select(wanted).options(unfiltered("living")));
    }
}
