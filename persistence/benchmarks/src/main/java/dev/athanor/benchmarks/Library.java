// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of all measurements: made once, by the process that starts those that measure. */
final class Library implements AutoCloseable {
    static final int BOOKS = 10_000;

    /** The property that tells the processes that measure where it is. */
    static final String URL = "athanor.benchmarks.url";

    private static final String MADE = """
            select setseed(0.42);
            create table authors (id bigint primary key, name text not null);
            create table books (
              id bigint primary key,
              isbn text not null,
              title text not null,
              pages integer not null,
              price numeric(8, 2) not null,
              lent boolean not null,
              published date not null,
              added timestamptz not null,
              author_id bigint not null references authors);
            insert into authors
              select n, initcap(substr(md5(random()::text), 1, 12)) from generate_series(1, 100) as n;
            insert into books
              select n, '978-' || (random() * 1e9)::bigint, initcap(substr(md5(random()::text), 1, 4 + (random() * 28)::int)),
                50 + (random() * 900)::int, (random() * 100)::numeric(8, 2), random() < 0.3,
                date '1950-01-01' + (random() * 27000)::int,
                timestamptz '2020-01-01 00:00:00+00' + random() * interval '2000 days', 1 + (random() * 99)::int
              from generate_series(1, %d) as n;
            analyze authors, books;
            """;

    private final EmbeddedPostgres postgres;

    private Library(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Library start() throws SQLException {
        try {
            Library library = new Library(EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .start());
            System.setProperty(URL, library.url());
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(MADE.formatted(BOOKS));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    /** Of this process. */
    static DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Objects.requireNonNull(System.getProperty(URL), URL + " is not set; run the class Benchmarks"));
        source.setUser("postgres");
        return source;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
