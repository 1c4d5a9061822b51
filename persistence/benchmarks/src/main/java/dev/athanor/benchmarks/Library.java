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

    static final String USER = "postgres";

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
              from generate_series(1, %1$d) as n;
            create table loans (id bigint primary key, reader text not null, book_id bigint not null references books);
            insert into loans select n, 'reader ' || n, n from generate_series(1, 1000) as n;
            create index on loans (book_id);
            create table media (id bigint primary key, dtype text not null, title text not null, year integer not null);
            create table discs (id bigint primary key references media, tracks integer not null, label text not null);
            create table tapes (id bigint primary key references media, minutes integer not null, brand text not null);
            insert into media
              select n, case when n %% 2 = 0 then 'Disc' else 'Tape' end, 'title ' || n, 1960 + n %% 60
              from generate_series(1, %1$d) as n;
            insert into discs select n, n %% 20, 'label ' || n %% 50 from generate_series(2, %1$d, 2) as n;
            insert into tapes select n, n %% 120, 'brand ' || n %% 50 from generate_series(1, %1$d, 2) as n;
            create table shelves (id bigint primary key, name text not null);
            create table boxes (id bigint primary key, label text not null, size integer not null,
              shelf_id bigint not null references shelves);
            insert into shelves select n, 'shelf ' || n from generate_series(1, 500) as n;
            insert into boxes select n, 'box ' || n, n %% 30, 1 + n %% 500 from generate_series(1, 10000) as n;
            create index on boxes (shelf_id);
            create table accounts (id bigint primary key, owner text not null, balance bigint not null,
              version integer not null) with (fillfactor = 50);
            insert into accounts select n, 'owner ' || n, 0, 1 from generate_series(1, %1$d) as n;
            analyze;
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
            System.setProperty(URL, library.address());
            try (Connection connection = dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(MADE.formatted(BOOKS));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    String address() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    /** Where the database is, in a process that measures. */
    static String url() {
        return Objects.requireNonNull(System.getProperty(URL), URL + " is not set; run the class Benchmarks");
    }

    /** Of this process. */
    static DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(USER);
        return source;
    }

    /** Of this process; the driver makes inserts of several rows of batches. */
    static DataSource rewritingDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(USER);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
