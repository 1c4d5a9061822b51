// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static dev.athanor.sql.Functions.now;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.excluded;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.TooManyAttempts;
import dev.athanor.domain.identity.QLoginLimit;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.TemporalExpr;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often registration may be tried from each address; and how often logging in: from each address, and for each
 * account, whether there is one or not. Where an account has logged in from of late it has an allowance of its own, so
 * that strangers cannot use up its owner's. docs/decisions/0020-login-limits.md has the reasons.
 */
@ApplicationScoped
class LoginLimits {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private final QLoginLimit l = QLoginLimit.as("l");

    @Inject
    private SessionFactory sessions;

    @Inject
    @ConfigProperty(name = "athanor.login.account.attempts", defaultValue = "10")
    private int accountAttempts;

    @Inject
    @ConfigProperty(name = "athanor.login.address.attempts", defaultValue = "100")
    private int addressAttempts;

    @Inject
    @ConfigProperty(name = "athanor.login.period", defaultValue = "PT15M")
    private Duration period;

    @Inject
    @ConfigProperty(name = "athanor.registration.attempts", defaultValue = "100")
    private int registrations;

    @Inject
    @ConfigProperty(name = "athanor.registration.period", defaultValue = "PT1H")
    private Duration registrationPeriod;

    @SuppressWarnings("NullAway.Init") // made before anybody else can call
    private Allowance ofAccounts;

    @SuppressWarnings("NullAway.Init")
    private Allowance ofAddresses;

    @SuppressWarnings("NullAway.Init")
    private Allowance ofRegistrations;

    @PostConstruct
    void initialize() {
        ofAccounts = new Allowance(accountAttempts, period);
        ofAddresses = new Allowance(addressAttempts, period);
        ofRegistrations = new Allowance(registrations, registrationPeriod);
    }

    /**
     * Counts a registration before it is tried, whether somebody will be registered or not.
     *
     * @throws TooManyAttempts if there were too many from this address already
     */
    void register(String address) {
        refuse(committed().transactionResult(session -> take(session, name("registration", address), ofRegistrations)));
    }

    /**
     * Counts an attempt before it is made, so that many at once get no further.
     *
     * @throws TooManyAttempts if there were too many already
     */
    Attempt begin(String email, String address) {
        String account = folded(email);
        Attempt attempt = new Attempt(
                name("known", account, address), name("account", account, address), name("account", account));
        Optional<Duration> wait = committed().transactionResult(session -> {
            Optional<Duration> forAddress = take(session, name("address", address), ofAddresses);
            return forAddress.isPresent()
                    ? forAddress
                    : take(session, attempt.limit(isKnown(session, attempt)), ofAccounts);
        });
        refuse(wait);
        return attempt;
    }

    /**
     * The same for all that a database may take for the same address, whatever its rules of upper and lower case are:
     * otherwise an account would be tried anew by each way to write it. That others are the same, too, does little
     * harm.
     */
    static String folded(String email) {
        String capitals = Normalizer.normalize(email.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
        return MARKS.matcher(capitals).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static void refuse(Optional<Duration> wait) {
        wait.ifPresent(duration -> {
            throw new TooManyAttempts(duration);
        });
    }

    /** The attempt was right: it does not count for the account, and the address is known from now on. */
    void succeeded(Attempt attempt) {
        committed().transaction(session -> {
            String limit = attempt.limit(isKnown(session, attempt));
            session.execute(
                    update(l).set(l.endsAt, l.endsAt.minus(ofAccounts.step())).where(l.name.eq(limit)));
            session.execute(insert(l)
                    .set(l.name, attempt.known())
                    .set(l.endsAt, now().plus(REMEMBERED))
                    .onConflict(l.name)
                    .doUpdate(row -> row.set(l.endsAt, excluded(l.endsAt))));
        });
    }

    /** Deletes what means nothing any more; gives how much that was. */
    long forget() {
        return committed()
                .transactionResult(session -> session.execute(delete(l).where(l.endsAt.lt(now()))));
    }

    /** Each statement sees what others have committed, so that nobody has to try again. */
    private SessionFactory committed() {
        return sessions.with(TransactionSettings.standard().isolation(IsolationLevel.READ_COMMITTED));
    }

    private boolean isKnown(Session session, Attempt attempt) {
        return session.exists(select(l.name).where(l.name.eq(attempt.known()), l.endsAt.gt(now())));
    }

    /** Uses up a part of an allowance, unless it is used up; then the time is given until there will be one more. */
    private Optional<Duration> take(Session session, String name, Allowance allowance) {
        TemporalExpr<OffsetDateTime> next = later().plus(allowance.step());
        boolean taken = session.oneOrNone(insert(l)
                        .set(l.name, name)
                        .set(l.endsAt, now().plus(allowance.step()))
                        .onConflict(l.name)
                        .doUpdate(row -> row.set(l.endsAt, next), next.le(now().plus(allowance.period())))
                        .returning(l.name))
                .isPresent();
        return taken ? Optional.empty() : Optional.of(wait(session, name, allowance));
    }

    private Duration wait(Session session, String name, Allowance allowance) {
        return session.scalar(selectValue(l.endsAt.since(now())).where(l.name.eq(name)))
                .map(left -> left.plus(allowance.step()).minus(allowance.period()))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private TemporalExpr<OffsetDateTime> later() {
        return when(l.endsAt.gt(now()), l.endsAt).otherwise(now());
    }

    /** A digest, which is short and does not tell. */
    private static String name(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * An attempt that was counted.
     *
     * @param known the name of what says that the account has logged in from the address
     * @param own the name of the account's allowance for that address
     * @param shared the name of the account's allowance for all addresses that are not known
     */
    record Attempt(String known, String own, String shared) {
        String limit(boolean isKnown) {
            return isKnown ? own : shared;
        }
    }
}
