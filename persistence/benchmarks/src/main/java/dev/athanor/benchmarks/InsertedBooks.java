// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is inserted, and the table that it is inserted into. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // before all
public class InsertedBooks {
    private static final int ROWS = 100_000;

    List<Book> books;

    /** Before all. */
    @Setup
    public void make() {
        OffsetDateTime start = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        books = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> new Book(
                        i,
                        "978-" + (i * 7919L) % 1_000_000_000L,
                        "Title number " + i,
                        50 + i % 900,
                        BigDecimal.valueOf(i % 10_000, 2),
                        i % 3 == 0,
                        LocalDate.of(1950, 1, 1).plusDays(i % 27_000),
                        start.plusSeconds(i * 1_727L)))
                .toList();
    }

    /** Before each time. */
    @Setup(Level.Invocation)
    public void empty() throws SQLException {
        try (Connection connection = Library.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create sequence if not exists copies_numbers increment 50;"
                    + " create table if not exists copies (id bigint primary key default nextval('copies_numbers'),"
                    + " isbn text not null,"
                    + " title text not null, pages integer not null, price numeric(8, 2) not null,"
                    + " lent boolean not null, published date not null, added timestamptz not null);"
                    + " truncate copies");
        }
    }

    /** Tells apart what is in the table, but for the keys. */
    static String sum() throws SQLException {
        try (Connection connection = Library.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) || ' ' || sum(hashtext((isbn, title, pages, price,"
                                + " lent, published, added at time zone 'UTC')::text)) from copies")) {
            row.next();
            return row.getString(1);
        }
    }
}
