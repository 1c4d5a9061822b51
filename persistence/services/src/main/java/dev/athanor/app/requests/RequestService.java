// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.requests;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.domain.requests.QAnsweredRequest;
import dev.athanor.orm.Session;
import dev.athanor.orm.TimeLimits;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Row;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link Requests} by a row for each key, in the transaction of the work. Who inserts a row that another transaction
 * has inserted waits for the end of that, as a unique index makes it. Whoever then sees the row has the answer with it.
 */
@ApplicationScoped
@Transactional
class RequestService implements Requests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So many that are forgotten are swept away by each that comes: no fewer, or the table would grow. */
    private static final int SWEPT = 10;

    private final QAnsweredRequest r = QAnsweredRequest.as("r");
    private final QAnsweredRequest old = QAnsweredRequest.as("old");

    @Inject
    private Session session;

    @Override
    @Retry
    @Isolation(IsolationLevel.READ_COMMITTED)
    public Answered once(Asked asked, Supplier<Answered> work) {
        Instant now = Instant.now();
        String digest = digest(asked.content());
        forget(asked, now.minus(KEPT));
        return begin(asked, digest, now) ? kept(asked, work.get()) : earlier(asked, digest);
    }

    /** By whoever comes; what somebody else is sweeping is left to that one. */
    private void forget(Asked asked, Instant before) {
        session.execute(delete(r).where(r.askedAt.lt(before), is(asked)));
        List<Long> forgotten = session.list(selectValue(old.id)
                .from(old)
                .where(old.askedAt.lt(before))
                .orderBy(old.askedAt.asc())
                .limit(SWEPT)
                .lock(forUpdate().skipLocked()));
        if (!forgotten.isEmpty()) {
            session.execute(delete(r).where(r.id.in(forgotten)));
        }
    }

    private Condition is(Asked asked) {
        return r.callerId
                .eq(asked.caller())
                .and(r.operation.eq(asked.operation()))
                .and(r.requestKey.eq(asked.key()));
    }

    /** Whether nobody was there before. */
    // region begin
    private boolean begin(Asked asked, String digest, Instant now) {
        try {
            return session.limited(
                    TimeLimits.none().lock(PATIENCE),
                    () -> session.execute(insert(r)
                                    .set(r.callerId, asked.caller())
                                    .set(r.operation, asked.operation())
                                    .set(r.requestKey, asked.key())
                                    .set(r.digest, digest)
                                    .set(r.askedAt, now)
                                    .onConflict(r.callerId, r.operation, r.requestKey)
                                    .doNothing())
                            == 1);
        } catch (SqlException e) {
            throw e.code() == SqlError.LOCK_UNAVAILABLE ? new UnderWay(e) : e;
        }
    }
    // endregion

    private Answered kept(Asked asked, Answered answered) {
        session.execute(update(r)
                .set(r.place, answered.place())
                .set(r.answer, answered.content())
                .where(is(asked)));
        return answered;
    }

    private Answered earlier(Asked asked, String digest) {
        Row row = session.one(select(r.digest, r.place, r.answer).from(r).where(is(asked)));
        if (!digest.equals(row.get(r.digest))) {
            throw new InvalidInput(
                    List.of(new Violation("key", "stands for something else that was asked for", Reason.KEY_REUSED)));
        }
        return new Answered(text(row.get(r.place)), text(row.get(r.answer)), true);
    }

    private static String text(@Nullable String kept) {
        return Objects.requireNonNull(kept, "whoever has begun has answered, or is undone");
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
