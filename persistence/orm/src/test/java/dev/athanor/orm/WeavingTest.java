// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.plain.Note;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.Test;

@InJavaSe
@PostgresTest
class WeavingTest {
    @Test
    void unitsThatAreNotWovenAreRefused(TestDatabase database) {
        Map<String, Object> properties = Map.of(
                "eclipselink.persistencexml",
                "META-INF/unwoven.xml",
                "jakarta.persistence.nonJtaDataSource",
                database.dataSource());
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("unwoven", properties)) {
            assertThatThrownBy(() -> SessionFactory.of(factory))
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.NOT_WOVEN))
                    .hasMessageContaining(Note.class.getName());
        }
    }
}
