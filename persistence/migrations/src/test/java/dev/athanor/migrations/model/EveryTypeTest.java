// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes of all types are migrated: by what autogenerate writes, until nothing is left, and with their values. */
@PostgresTest
class EveryTypeTest {
    private static final Map<String, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("id", "bigint"),
            Map.entry("whole", "integer"),
            Map.entry("small", "smallint"),
            Map.entry("label", "character varying(20)"),
            Map.entry("note", "text"),
            Map.entry("amount", "numeric(12,3)"),
            Map.entry("half", "real"),
            Map.entry("fraction", "double precision"),
            Map.entry("flag", "boolean"),
            Map.entry("on_day", "date"),
            Map.entry("at_time", "time without time zone"),
            Map.entry("local", "timestamp without time zone"),
            Map.entry("zoned", "timestamp with time zone"),
            Map.entry("made", "timestamp with time zone"),
            Map.entry("pause", "interval"),
            Map.entry("bytes", "bytea"),
            Map.entry("spoken", "text"),
            Map.entry("own_mood", "mood"),
            Map.entry("key", "uuid"),
            Map.entry("size", "jsonb"),
            Map.entry("facts", "jsonb"),
            Map.entry("document", "jsonb"),
            Map.entry("tags", "text[]"),
            Map.entry("counts", "integer[]")));

    @TempDir
    private Path folder;

    @Test
    void aNewTableHasThemAllAndKeepsWhatIsPersisted(TestDatabase database) throws SQLException {
        RevisedDatabase revised = migrated(database);

        try (EntityManagerFactory factory = start(database)) {
            Specimen written = full();
            transact(factory, entities -> entities.persist(written));
            factory.getCache().evictAll();
            transact(factory, entities -> assertIsFull(entities.find(Specimen.class, 1L)));
        }
        revised.downgrade("base");
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(Catalog.of(connection).comparison(wanted()).changes()).isNotEmpty();
        }
    }

    @Test
    void valuesThatWereTextsAreOfTheirTypesAfterwards(TestDatabase database) throws SQLException {
        StringBuilder columns = new StringBuilder("id bigint primary key");
        TYPES.keySet().stream()
                .filter(column -> !column.equals("id"))
                .forEach(column -> columns.append(", ").append(column).append(" text"));
        database.execute("create table specimen (" + columns + ")");
        database.execute("""
                insert into specimen (id, whole, small, label, note, amount, half, fraction, flag, on_day, at_time, local,
                  zoned, made, pause, bytes, spoken, own_mood, key, size, facts, document, tags, counts)
                values (1, '-2147483648', '-3', 'a label', 'a ''note''', '-12.345', '0.5', '1e-300', 'true', '1900-01-01',
                  '23:59:58.123456', '2024-02-29T23:59:59.123456', '2024-05-06T07:08:09.123456+05:30',
                  '2024-01-01T00:00:00Z', 'PT36H1.5S', '\\x00ff7f', 'HIGH', 'CALM', '00000000-0000-0000-0000-000000000002',
                  '{"width":3,"height":4}', '{"a":"b"}', '[1,null]', '{a,"b,c"}', '{1,2}')
                """);

        migrated(database);

        try (EntityManagerFactory factory = start(database)) {
            transact(factory, entities -> assertIsFull(entities.find(Specimen.class, 1L)));
        }
    }

    private RevisedDatabase migrated(TestDatabase database) throws SQLException {
        RevisionDirectory directory = RevisionDirectory.of(folder.resolve("db"));
        directory.create();
        RevisedDatabase revised = RevisedDatabase.of(database.dataSource(), directory);
        try (Connection connection = database.dataSource().getConnection()) {
            Comparison comparison = Catalog.of(connection).comparison(wanted());
            directory.add("Specimens", List.of(), Changelog.of(comparison).yaml());
        }
        revised.upgrade("head");
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(Catalog.of(connection).comparison(wanted()).changes()).isEmpty();
            Map<String, String> types = new TreeMap<>();
            for (Column column : Catalog.of(connection)
                    .read("public", wanted().schemas())
                    .tables()
                    .get(0)
                    .columns()) {
                types.put(column.name(), column.type());
            }
            assertThat(types).isEqualTo(TYPES);
        }
        return revised;
    }

    private static SchemaModel wanted() {
        return EntityModel.of("specimens").schema();
    }

    private static Specimen full() {
        Specimen full = new Specimen();
        full.id = 1L;
        full.whole = Integer.MIN_VALUE;
        full.small = (short) -3;
        full.label = "a label";
        full.note = "a 'note'";
        full.amount = new BigDecimal("-12.345");
        full.half = 0.5f;
        full.fraction = 1e-300;
        full.flag = true;
        full.day = LocalDate.of(1900, 1, 1);
        full.time = LocalTime.parse("23:59:58.123456");
        full.local = LocalDateTime.parse("2024-02-29T23:59:59.123456");
        full.zoned = OffsetDateTime.parse("2024-05-06T07:08:09.123456+05:30");
        full.made = Instant.parse("2024-01-01T00:00:00Z");
        full.pause = Duration.parse("PT36H1.5S");
        full.bytes = new byte[] {0, -1, 127};
        full.spoken = Specimen.Tone.HIGH;
        full.mood = Mood.CALM;
        full.key = UUID.fromString("00000000-0000-0000-0000-000000000002");
        full.size = new Specimen.Size(3, 4);
        full.facts = Map.of("a", "b");
        full.document = Json.createArrayBuilder().add(1).addNull().build();
        full.tags = List.of("a", "b,c");
        full.counts = List.of(1, 2);
        return full;
    }

    private static void assertIsFull(Specimen found) {
        Specimen full = full();
        full.zoned = full.zoned.withOffsetSameInstant(ZoneOffset.UTC);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("zoned")
                .ignoringFieldsMatchingRegexes("_.*")
                .isEqualTo(full);
        assertThat(found.zoned.toInstant()).isEqualTo(full.zoned.toInstant());
    }

    private static EntityManagerFactory start(TestDatabase database) {
        return Persistence.createEntityManagerFactory(
                "specimens",
                Map.of(
                        "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                        "jakarta.persistence.jdbc.url", database.url(),
                        "jakarta.persistence.jdbc.user", database.user(),
                        "jakarta.persistence.jdbc.password", database.password(),
                        "eclipselink.session-name", "specimens-" + database.name(),
                        "eclipselink.target-database", "PostgreSQL",
                        "eclipselink.weaving", "false",
                        "eclipselink.session.customizer", "dev.athanor.orm.internal.eclipselink.TypesCustomizer",
                        "eclipselink.logging.level", "WARNING"));
    }

    private static void transact(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            work.accept(entities);
            entities.getTransaction().commit();
        }
    }
}
