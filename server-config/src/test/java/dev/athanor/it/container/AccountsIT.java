// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.app.identity.Account;
import dev.athanor.app.identity.AccountChanges;
import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Credentials;
import dev.athanor.app.identity.Registration;
import dev.athanor.it.Addresses;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class AccountsIT extends InContainer {
    private static final String PASSWORD = "correct horse";

    @Inject
    private Accounts accounts;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService executor;

    @Resource(lookup = "jdbc/athanor")
    private DataSource dataSource;

    private final String name = "user-" + UUID.randomUUID();
    private final String email = name + "@example.org";

    @Test
    void aRegisteredUserIsFound() {
        Account account = accounts.register(new Registration(name, email, PASSWORD), Addresses.random());

        assertThat(account.username()).isEqualTo(name);
        assertThat(account.email()).isEqualTo(email);
        assertThat(accounts.find(account.id())).contains(account);
        assertThat(accounts.find(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void thePasswordIsStoredAsASlowHash() throws SQLException {
        accounts.register(new Registration(name, email, PASSWORD), Addresses.random());

        assertThat(column("password_hash", String.class))
                .startsWith("PBKDF2WithHmacSHA512:2048:")
                .doesNotContain(PASSWORD);
    }

    @Test
    void timesAndVersionAreFilled() throws SQLException {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
        accounts.register(new Registration(name, email, PASSWORD), Addresses.random());

        assertThat(column("created_at", OffsetDateTime.class)).isBetween(before, before.plusMinutes(1));
        assertThat(column("updated_at", OffsetDateTime.class)).isEqualTo(column("created_at", OffsetDateTime.class));
        assertThat(column("version", Integer.class)).isOne();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> accounts.register(new Registration(" ", "nobody", "short"), Addresses.random()))
                .satisfies(error -> assertThat(error.violations())
                        .containsExactly(
                                new Violation("username", "can't be blank"),
                                new Violation("email", "is not an e-mail address"),
                                new Violation("password", "is too short (minimum is 8 characters)")));
    }

    @Test
    void nameAndAddressAreUniqueWithoutRegardToCase() {
        accounts.register(new Registration(name, email, PASSWORD), Addresses.random());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> accounts.register(
                        new Registration(name.toUpperCase(Locale.ROOT), "A" + email, PASSWORD), Addresses.random()))
                .withMessage("username has already been taken");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> accounts.register(
                        new Registration(name, email.toUpperCase(Locale.ROOT), PASSWORD), Addresses.random()))
                .withMessage("username has already been taken; email has already been taken");
    }

    @Test
    void ofManyAtOnceOneGetsTheName() throws Exception {
        assertOneRegisters(
                number -> new Registration(name, number + email, PASSWORD), "username has already been taken");
    }

    @Test
    void ofManyAtOnceOneGetsTheAddress() throws Exception {
        assertOneRegisters(
                number -> new Registration(number + "-" + name, email, PASSWORD), "email has already been taken");
    }

    private void assertOneRegisters(IntFunction<Registration> registrations, String refusal) throws Exception {
        int many = 4;
        CyclicBarrier together = new CyclicBarrier(many);
        List<Future<Account>> attempts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Registration registration = registrations.apply(i);
            attempts.add(executor.submit(() -> {
                together.await(60, SECONDS); // the server adds threads one after the other
                return accounts.register(registration, Addresses.random());
            }));
        }

        int registered = 0;
        for (Future<Account> attempt : attempts) {
            try {
                attempt.get(90, SECONDS);
                registered++;
            } catch (ExecutionException e) {
                assertThat(e).cause().isInstanceOf(InvalidInput.class).hasMessage(refusal);
            }
        }
        assertThat(registered).isOne();
    }

    /** DemoPasswordTest makes the same hash. */
    @Test
    void usersOfTheDemoDataLogIn() throws SQLException {
        long id = accounts.register(new Registration(name, email, PASSWORD), Addresses.random())
                .id();
        Rows.change(
                dataSource,
                "update identity.users set password_hash = ? where id = ?",
                "PBKDF2WithHmacSHA512:210000:SSGH5y6MmoUcuZwEB82jtw==:WAZNaUCfXd3zSogd9cHIZEkdbzP0IMPp5IupfjLGuJE=",
                id);

        assertThat(accounts.logIn(new Credentials(email, "correct horse"), "192.0.2.5"))
                .isPresent();
        assertThat(accounts.logIn(new Credentials(email, "wrong horse"), "192.0.2.5"))
                .isEmpty();
    }

    @Test
    void whatIsChangedHasAHistoryWithoutSecrets() throws SQLException {
        long id = accounts.register(new Registration(name, email, PASSWORD), Addresses.random())
                .id();
        accounts.change(
                id,
                new AccountChanges(
                        Optional.of("new-" + name),
                        Optional.of("new-" + email),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select kind, changes::text from athanor_history where table_name = 'identity.users'"
                                + " and row_key ->> 'id' = ? order by number")) {
            statement.setString(1, String.valueOf(id));
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("INSERT");
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("UPDATE");
                assertThat(result.getString(2)).contains("new-" + name).doesNotContain("@example.org");
            }
        }
    }

    @Test
    void whatPostgresqlCannotStoreIsRefused() {
        for (String character : List.of("\u0000", "\ud800", "\n")) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> accounts.register(
                            new Registration(name + character + "x", email, PASSWORD), Addresses.random()))
                    .withMessage("username must not contain control characters");
        }
    }

    private <T> T column(String column, Class<T> type) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select " + column + " from identity.users where username = ?")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                return result.getObject(1, type);
            }
        }
    }
}
