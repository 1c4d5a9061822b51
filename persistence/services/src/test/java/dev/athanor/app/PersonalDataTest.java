// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.domain.academy.QStudent;
import dev.athanor.domain.academy.Student;
import dev.athanor.domain.commerce.Address;
import dev.athanor.domain.commerce.BankPayment;
import dev.athanor.domain.commerce.CardPayment;
import dev.athanor.domain.commerce.Order;
import dev.athanor.domain.identity.QUser;
import dev.athanor.domain.identity.QUserProfile;
import dev.athanor.domain.identity.User;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.testing.SessionsOf;
import dev.athanor.testing.PostgresTest;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is about people is in no log and in no history: there it says that it changed, and not what it was. */
@PostgresTest(changelog = "db/changelog.yaml")
@SessionsOf("athanor")
@Execution(ExecutionMode.SAME_THREAD) // there is one unit, on the database of the test that runs
class PersonalDataTest {
    private static final String STARS = "***";

    /** All that is told below. */
    private static final String[] TOLD = {
        "ada@example.org",
        "hash of hers",
        "Augusta",
        "Lovelace",
        "1815-12-10",
        "I weave",
        "ada.png",
        "chess",
        "theme",
        "Analytical Road 1",
        "W1A 1AA",
        "London",
        "4711",
        "GB29NWBK60161331926819"
    };

    private final QUser u = QUser.as("u");
    private final QUserProfile p = QUserProfile.as("p");
    private final QStudent s = QStudent.as("s");

    private static User ada() {
        User ada = new User("ada", "ada@example.org", "hash of hers");
        ada.introduce("Augusta", "Lovelace", LocalDate.of(1815, 12, 10));
        ada.profile().tell("I weave", "https://example.org/ada.png");
        ada.beInterestedIn(List.of("chess"));
        ada.prefer("{\"theme\": \"dark\"}");
        ada.showAs("a picture".getBytes(StandardCharsets.UTF_8));
        return ada;
    }

    private static Order order() {
        Order order = new Order(1, new Address("Augusta Lovelace", "Analytical Road 1", "W1A 1AA", "London"));
        order.pay(new CardPayment(BigDecimal.TEN, "4711"));
        order.pay(new BankPayment(BigDecimal.TEN, "GB29NWBK60161331926819"));
        return order;
    }

    @Test
    void logsHaveStarsForIt(EntityManagerFactory factory) {
        List<Object> logged = new ArrayList<>();
        SessionFactory sessions = SessionFactory.of(
                factory,
                SessionSettings.standard()
                        .on(
                                StatementEvent.AfterStatement.class,
                                event -> logged.addAll(event.statement().binds())));

        sessions.transaction(session -> {
            session.add(ada());
            session.add(new Student("Augusta Lovelace", "ada@example.org"));
            session.add(order());
        });
        sessions.transaction(session -> {
            assertThat(session.list(select(u).join(u.profile, p).where(p.lastName.eq("Lovelace"))))
                    .hasSize(1);
            assertThat(session.list(select(s).where(s.email.lower().eq("ada@example.org"))))
                    .hasSize(1);
        });

        assertThat(logged).contains("ada", STARS);
        assertThat(logged.toString()).doesNotContain(TOLD);
    }

    @Test
    void historiesHaveStarsForIt(SessionFactory sessions) {
        sessions.transaction(session -> session.add(ada()));
        sessions.transaction(session -> {
            User ada = session.one(select(u));
            ada.rename("countess", "ada@example.com");
            ada.beInterestedIn(List.of());
            ada.introduce("Ada", null, null);
        });

        List<Revision> ofUser = sessions.read(session -> session.historyOf(session.one(select(u))));
        assertThat(changed(ofUser)).contains("username: null → ada", "username: ada → countess");
        assertThat(changed(ofUser))
                .contains("email: *** → ***", "interests: *** → ***", "preferences: null → ***", "avatar: null → ***");
        assertThat(changed(ofUser).toString()).doesNotContain(TOLD);
        List<Revision> ofProfile = sessions.read(PersonalDataTest::ofProfile);
        assertThat(changed(ofProfile))
                .contains("bio: null → ***", "firstName: *** → ***", "lastName: *** → null", "birthDate: *** → null");
        assertThat(changed(ofProfile).toString()).doesNotContain(TOLD);
    }

    private static List<Revision> ofProfile(Session session) {
        return session.historyOf(session.one(select(QUserProfile.as("p"))));
    }

    private static List<String> changed(List<Revision> history) {
        return history.stream()
                .flatMap(revision -> revision.changes().stream())
                .map(PersonalDataTest::line)
                .toList();
    }

    private static String line(ValueChange change) {
        return change.attribute() + ": " + change.before() + " → " + change.after();
    }
}
