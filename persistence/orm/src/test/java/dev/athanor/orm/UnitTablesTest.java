// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.athanor.orm.mapping.MappedColumn;
import dev.athanor.orm.mapping.MappedEnum;
import dev.athanor.orm.mapping.MappedReference;
import dev.athanor.orm.mapping.MappedSequence;
import dev.athanor.orm.mapping.MappedTable;
import dev.athanor.orm.mapping.TableName;
import dev.athanor.orm.mapping.UnitTables;
import dev.athanor.testing.PostgresTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tables of a unit are known without a database, and are those that sessions work with. */
@InJavaSe
@PostgresTest(scripts = "/press.sql")
class UnitTablesTest {
    private static final UnitTables PRESS = UnitTables.of("press", Map.of());

    private static MappedTable table(String name) {
        return PRESS.tables().stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of the database that the other tests read and write; texts are texts, however long. */
    @Test
    void typesAreThoseThatSessionsBind(Connection connection) throws SQLException {
        List<String> others = new ArrayList<>();
        int compared = 0;
        for (MappedTable table : PRESS.tables()) {
            for (MappedColumn column : table.columns()) {
                Optional<String> known = type(connection, table.name(), column.name());
                if (known.isPresent()) {
                    compared++;
                    String wanted = text(connection, "select ?::regtype::text", column.type());
                    if (!asText(known.get()).equals(asText(wanted))) {
                        others.add(table.name().name() + "." + column.name() + ": " + wanted + " is " + known.get());
                    }
                }
            }
        }
        assertThat(others).isEmpty();
        assertThat(compared).isGreaterThan(150);
    }

    private static String asText(String type) {
        return type.startsWith("char") ? "text" : type;
    }

    private static Optional<String> type(Connection connection, TableName table, String column) throws SQLException {
        String found = text(
                connection,
                "select max(atttypid::regtype::text) from pg_attribute where attrelid = to_regclass(?) and attname = ?",
                table.schema().map(schema -> schema + ".").orElse("") + '"' + table.name() + '"',
                column);
        return Optional.ofNullable(found);
    }

    @SuppressWarnings("NullAway") // null for null
    private static String text(Connection connection, String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void aJoinedSubclassRefersToItsRoot() {
        MappedTable photo = table("photo");

        assertThat(photo.key()).containsExactly("id");
        assertThat(photo.references())
                .extracting(
                        MappedReference::columns,
                        reference -> reference.target().name())
                .containsExactly(tuple(List.of("id"), "media"));
    }

    @Test
    void aTableOfARelationHasBothKeys() {
        assertThat(table("article_tag").key()).containsExactlyInAnyOrder("article_id", "tag_name");
        assertThat(table("article_tag").entities()).isEmpty();
    }

    @Test
    void aClassWithSubclassesOfTheirOwnTablesHasNone() {
        assertThat(PRESS.tables()).noneMatch(table -> table.name().name().equals("notice"));
        assertThat(table("mailnotice").columns()).extracting(MappedColumn::name).contains("text", "address");
    }

    @Test
    void sequencesCountAsEclipseLinkExpects() {
        assertThat(PRESS.sequences())
                .filteredOn(sequence -> sequence.name().name().equals("article_numbers"))
                .extracting(MappedSequence::increment)
                .containsExactly(10L);
    }

    @Test
    void enumerationsOfTheDatabaseHaveTheConstants() {
        assertThat(PRESS.enums()).contains(new MappedEnum("mood", List.of("CALM", "WILD")));
    }

    @Test
    void aUnitThatIsNotThereIsNamed() {
        assertThatExceptionOfType(OrmException.class)
                .isThrownBy(() -> UnitTables.of("nowhere", Map.of()))
                .withMessageContaining("\"nowhere\"");
    }
}
