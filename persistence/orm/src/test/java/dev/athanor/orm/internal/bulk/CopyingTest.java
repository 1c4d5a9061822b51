// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.tree.TableSource;
import dev.athanor.testing.PostgresTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes are read as the texts of the same values are. */
@PostgresTest
class CopyingTest {
    private static final List<String> COLUMNS =
            List.of("id", "i", "s", "r", "d", "n", "cents", "b", "t", "v", "j", "u", "day", "time", "at", "moment");

    private static final List<BinaryForm> FORMS = List.of(
            BinaryForm.BIGINT,
            BinaryForm.INTEGER,
            BinaryForm.SMALLINT,
            BinaryForm.REAL,
            BinaryForm.DOUBLE,
            BinaryForm.NUMERIC,
            BinaryForm.NUMERIC,
            BinaryForm.BOOLEAN,
            BinaryForm.TEXT,
            BinaryForm.TEXT,
            BinaryForm.JSONB,
            BinaryForm.IDENTIFIER,
            BinaryForm.DATE,
            BinaryForm.TIME,
            BinaryForm.TIMESTAMP,
            BinaryForm.TIMESTAMPTZ);

    private final Random random = new Random(4711);

    @Test
    void bytesAreReadAsTextsAre(Connection connection) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long id = 0; id < 5_000; id++) {
            rows.add(row(id));
        }
        assertThat(BinaryForm.areTaken(FORMS, rows)).isTrue();
        for (String table : List.of("bytes", "texts")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table " + table + " (id bigint, i integer, s smallint, r real, d double precision,"
                                + " n numeric, cents numeric(18, 2), b boolean, t text, v varchar(40), j jsonb, u uuid, day date,"
                                + " time time, at timestamp, moment timestamptz(3))");
            }
        }
        assertThat(Copying.copy(connection, rows("bytes", rows), Optional.of(FORMS)))
                .isEqualTo(5_000);
        assertThat(Copying.copy(connection, rows("texts", rows), Optional.empty()))
                .isEqualTo(5_000);

        assertThat(count(connection, "bytes")).isEqualTo(5_000);
        assertThat(count(connection, "bytes join texts using (id) where cast(bytes as text) <> cast(texts as text)"))
                .isZero();
        assertThat(count(connection, "bytes join texts using (id)")).isEqualTo(5_000);
    }

    private static TableRows rows(String table, List<@Nullable Object[]> rows) {
        return new TableRows(new TableSource(Optional.empty(), table, table), COLUMNS, rows);
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private @Nullable Object[] row(long id) {
        @Nullable
        Object[] row = {
            id,
            random.nextInt(),
            (short) random.nextInt(),
            Float.intBitsToFloat(random.nextInt() & 0xbfffffff),
            id % 100 == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian() * Math.pow(10, random.nextInt(30)),
            number(random.nextInt(16), random.nextInt(16)),
            number(random.nextInt(16), random.nextInt(4)),
            random.nextBoolean(),
            "tab\t line\n back\\slash \\N \\. žluť 😀 " + random.nextInt(),
            "x".repeat(random.nextInt(20)) + " ".repeat(30),
            "{\"a\": [\"\\\\ \\u017e\", " + random.nextInt() + "]}",
            new UUID(random.nextLong(), random.nextLong()),
            LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_652_000)),
            time(),
            LocalDateTime.of(LocalDate.of(1, 1, 2).plusDays(random.nextInt(3_651_000)), time()),
            OffsetDateTime.of(
                    LocalDate.of(1, 1, 3).plusDays(random.nextInt(3_650_000)),
                    time(),
                    ZoneOffset.ofTotalSeconds(random.nextInt(36_000) - 18_000))
        };
        if (id % 3 == 0) {
            row[1 + random.nextInt(row.length - 1)] = null;
        }
        return row;
    }

    /** Some with nanoseconds, of which the database rounds the last. */
    private LocalTime time() {
        int nano = random.nextInt(1_000_000_000);
        return LocalTime.ofSecondOfDay(random.nextInt(86_400))
                .withNano(random.nextBoolean() ? nano : nano / 1_000_000 * 1_000_000);
    }

    private BigDecimal number(int digits, int scale) {
        long most = BigInteger.TEN.pow(digits).longValueExact();
        long unscaled = random.nextLong() % most;
        return BigDecimal.valueOf(random.nextInt(4) == 0 ? unscaled / 10_000 * 10_000 : unscaled, scale);
    }

    @Test
    void whatHasNoSuchFormTravelsAsText() {
        assertThat(areTaken(BinaryForm.NUMERIC, new BigDecimal("12345678901234567.8")))
                .isFalse();
        assertThat(areTaken(BinaryForm.NUMERIC, new BigDecimal("1E+3"))).isFalse();
        assertThat(areTaken(BinaryForm.DATE, "infinity")).isFalse();
        assertThat(areTaken(BinaryForm.INTEGER, 5_000_000_000L)).isFalse();
        assertThat(areTaken(BinaryForm.TIMESTAMPTZ, LocalDateTime.of(2020, 1, 1, 0, 0)))
                .isFalse();
        assertThat(BinaryForm.of("character")).isEmpty();
        assertThat(BinaryForm.of("text[]")).isEmpty();
    }

    private static boolean areTaken(BinaryForm form, Object value) {
        return BinaryForm.areTaken(List.of(form), List.<@Nullable Object[]>of(new @Nullable Object[] {value}));
    }
}
