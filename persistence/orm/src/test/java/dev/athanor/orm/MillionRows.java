// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QParcel;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads or writes more rows than fit into the memory of its JVM. */
final class MillionRows {
    static final int COUNT = 1_000_000;

    private MillionRows() {}

    /** Takes what to do, and the address of the database; prints how many rows there were. */
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[1]);
        source.setUser("postgres");
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "press", Map.of("jakarta.persistence.nonJtaDataSource", source))) {
            SessionFactory sessions = SessionFactory.of(factory);
            long rows = sessions.<Long, RuntimeException>transactionResult(
                    session -> done(session, Does.valueOf(arguments[0])));
            System.out.println(rows + " rows");
        }
    }

    private static long done(Session session, Does what) {
        return switch (what) {
            case STREAM_ENTITIES -> streamed(session.stream(select(QArticle.as("art")), 1000));
            case STREAM_PARTITIONS -> counted(session.partitions(select(QArticle.as("art")), 1000));
            case INSERT_ENTITIES ->
                session.bulk()
                        .insert(IntStream.range(0, COUNT).mapToObj(i -> new Article(null, "Article number " + i)))
                        .rows();
            case INSERT_ROWS -> inserted(session);
        };
    }

    private static long streamed(Stream<?> rows) {
        try (rows) {
            return rows.mapToLong(row -> 1).sum();
        }
    }

    private static long counted(Stream<? extends List<?>> partitions) {
        try (partitions) {
            return partitions.mapToLong(List::size).sum();
        }
    }

    private static long inserted(Session session) {
        QParcel p = QParcel.as("p");
        RowMapping<Integer> parcels = RowMapping.of(Integer.class, p).set(p.label, i -> "Parcel number " + i);
        return session.bulk().insert(parcels, IntStream.range(0, COUNT).boxed()).rows();
    }

    /** What is done. */
    enum Does {
        INSERT_ENTITIES,
        INSERT_ROWS,
        STREAM_ENTITIES,
        STREAM_PARTITIONS
    }
}
