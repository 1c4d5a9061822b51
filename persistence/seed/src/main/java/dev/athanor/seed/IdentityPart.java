// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.identity.Role;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.seed.LinkTable.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Users with their profiles, who follow each other: the first looks after the others, the second edits. */
final class IdentityPart implements Part {
    /** Who have names of their own, by their keys from 1 on. */
    private static final List<String> NAMED = List.of("admin", "editor", "reader");

    private static final int YEARS = 3 * 365;
    private static final int MOST_FOLLOWED = 12;

    private record Person(
            long id,
            String name,
            String email,
            String hash,
            String preferences,
            List<String> interests,
            Instant since) {
        OffsetDateTime created() {
            return since.atOffset(ZoneOffset.UTC);
        }
    }

    private record Told(long user, String bio, String first, String last, LocalDate born) {}

    private record HasRole(long user, Role role) {}

    private static final QUser U = QUser.table();
    private static final QUserProfile P = QUserProfile.table();
    private static final QUser.Roles R = QUser.Roles.table();

    private static final RowMapping<Person> USERS = RowMapping.of(Person.class, U)
            .set(U.id, Person::id)
            .set(U.username, Person::name)
            .set(U.email, Person::email)
            .set(U.passwordHash, Person::hash)
            .set(U.preferences, Person::preferences)
            .set(U.interests, Person::interests)
            .set(U.createdAt, Person::created)
            .set(U.updatedAt, Person::created)
            .set(U.version, user -> 1);

    private static final RowMapping<Told> PROFILES = RowMapping.of(Told.class, P)
            .set(P.id, Told::user)
            .set(P.user.id, Told::user)
            .set(P.bio, Told::bio)
            .set(P.firstName, Told::first)
            .set(P.lastName, Told::last)
            .set(P.birthDate, Told::born);

    private static final RowMapping<HasRole> ROLES =
            RowMapping.of(HasRole.class, R).set(R.owner.id, HasRole::user).set(R.value, HasRole::role);

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void write(Writing writing) {
        int users = writing.sizes().users();
        String hash = DemoPassword.hash(writing.seed());
        writing.rows(USERS, users, id -> user(writing, id, hash));
        writing.rows(PROFILES, users, id -> profile(writing, id));
        writing.several(
                ROLES,
                2,
                id -> id == 1
                        ? Stream.of(new HasRole(1, Role.ADMINISTRATOR), new HasRole(1, Role.EDITOR))
                        : Stream.of(new HasRole(id, Role.EDITOR)));
        writing.several(
                new LinkTable("identity", "follows", "follower_id", "followed_id").mapping(),
                users,
                id -> followed(writing, id).map(other -> new Link(id, other)));
        writing.keysAfter("identity.users", users);
        writing.keysAfter("identity.user_profiles", users);
    }

    private static Person user(Writing writing, long id, String hash) {
        Draw draw = writing.draw("user", id);
        String name = username(writing, id);
        String preferences = "{\"language\": \"" + draw.of(List.of("cs", "de", "en", "fr")) + "\", \"digest\": "
                + draw.in100(30) + "}";
        List<String> interests =
                Stream.of(draw.of(Words.TAGS), draw.of(Words.TAGS)).distinct().toList();
        return new Person(
                id, name, name + "@example.org", hash, preferences, interests, draw.before(writing.until(), YEARS));
    }

    private static String username(Writing writing, long id) {
        return id <= NAMED.size()
                ? NAMED.get((int) id - 1)
                : Words.address(fullName(writing, id)).replace('-', '.') + "." + id;
    }

    static String fullName(Writing writing, long id) {
        return Words.name(writing.draw("person", id));
    }

    private static Told profile(Writing writing, long id) {
        Draw draw = writing.draw("profile", id);
        Draw person = writing.draw("person", id);
        LocalDate born =
                LocalDate.ofInstant(writing.until(), ZoneOffset.UTC).minusDays(draw.between(18 * 366, 80 * 365));
        return new Told(id, Words.sentence(draw), person.of(Words.FIRST_NAMES), person.of(Words.LAST_NAMES), born);
    }

    private static Stream<Long> followed(Writing writing, long id) {
        Draw draw = writing.draw("follows", id);
        TreeSet<Long> others = new TreeSet<>();
        for (int left = draw.between(1, MOST_FOLLOWED); left > 0; left--) {
            others.add(draw.popular(writing.sizes().users()));
        }
        others.remove(id);
        return others.stream();
    }
}
