// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.NotFound;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violations;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.orm.transaction.RetryReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@link Introductions} by a session. */
@ApplicationScoped
@Transactional
class IntroductionService implements Introductions {
    private static final Changes CHANGES = new Changes(new UniqueConstraints(Map.of()));
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern PRINTABLE = Pattern.compile(Texts.PRINTABLE);
    private static final String PICTURE = "picture";

    private final QUser u = QUser.as("u");

    @Inject
    private Session session;

    @Inject
    private Users users;

    @Inject
    private InputRules rules;

    @Override
    public Optional<Edition<Introduction>> edition(long user) {
        return users.withProfile(user).map(known -> new Edition<>(told(known), known.version()));
    }

    private static Introduction told(User user) {
        return new Introduction(
                user.profile().firstName().orElse(null),
                user.profile().lastName().orElse(null),
                user.profile().birthDate().orElse(null),
                user.interests(),
                Preferences.of(user.preferences()));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void change(long user, int version, Introduction told) {
        User known = living(user);
        Changes.check("user " + user, known.version(), version);
        violations(told).refuse();
        known.introduce(told.firstName(), told.lastName(), told.birthDate());
        known.beInterestedIn(told.interests());
        if (!Preferences.of(known.preferences()).equals(told.preferences())) {
            known.prefer(told.preferences().toString());
        }
        CHANGES.write(session, "user " + user);
    }

    private User living(long user) {
        return users.withProfile(user).orElseThrow(() -> new NotFound("user"));
    }

    private Violations violations(Introduction told) {
        LocalDate born = told.birthDate();
        Violations found = new Violations(rules.violations(told))
                .when(isEmpty(told.firstName()), "firstName", Texts.BLANK)
                .when(isEmpty(told.lastName()), "lastName", Texts.BLANK)
                .when(born != null && born.isBefore(EARLIEST), "birthDate", "must not be before " + EARLIEST);
        return Preferences.check(told.preferences(), interests(told.interests(), found));
    }

    /** What is not told is not empty. */
    private static boolean isEmpty(@Nullable String name) {
        return name != null && name.isBlank();
    }

    /** Of those that are too many nothing else is said. */
    private static Violations interests(List<String> interests, Violations found) {
        if (interests.size() > Introduction.MOST_INTERESTS) {
            return found.when(true, "interests", "are too many (maximum is " + Introduction.MOST_INTERESTS + ")");
        }
        Set<String> before = new HashSet<>();
        for (int i = 0; i < interests.size(); i++) {
            String field = "interests." + i;
            String interest = interests.get(i);
            found.when(interest.isBlank(), field, Texts.BLANK)
                    .when(
                            interest.length() > Introduction.INTEREST_LENGTH,
                            field,
                            Texts.TOO_LONG.replace("{max}", String.valueOf(Introduction.INTEREST_LENGTH)))
                    .when(!PRINTABLE.matcher(interest).matches(), field, Texts.NOT_PRINTABLE)
                    .when(!before.add(interest.strip().toLowerCase(Locale.ROOT)), field, "is there twice");
        }
        return found;
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public void show(long user, byte[] bytes, String mediaType) {
        String known = Picture.of(bytes).map(Picture::mediaType).orElse("");
        new Violations()
                .when(known.isEmpty(), PICTURE, "is none of PNG, JPEG, GIF and WebP")
                .when(!known.isEmpty() && !known.equals(mediaType), PICTURE, "is " + known + ", not " + mediaType)
                .when(
                        bytes.length > Picture.MOST_BYTES,
                        PICTURE,
                        "is too large (maximum is " + Picture.MOST_BYTES + " bytes)")
                .refuse();
        living(user).showAs(bytes);
    }

    @Override
    @Retry(
            attempts = 8,
            on = {RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK, RetryReason.OPTIMISTIC_CONFLICT})
    public void hide(long user) {
        living(user).hide();
    }

    @Override
    public Optional<Picture> picture(String username) {
        return session.oneOrNone(
                        selectValue(u.avatar).where(Users.called(username).of(u), u.avatar.isNotNull()))
                .flatMap(Picture::of);
    }
}
