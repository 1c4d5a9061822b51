// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.Session;
import dev.athanor.orm.plain.Note;
import dev.athanor.orm.press.Purse;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Methods that are blocks of the container's transactions. */
class NestedBeansTest extends PurseTest {
    @Test
    void whatIsNestedIsUndoneAlone() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            assertThatThrownBy(() -> vault.nested(() -> {
                        rename("Augusta");
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> vault.nestedNumber(() -> {
                        session.add(new Purse(1, 1));
                        return 0;
                    }))
                    .isInstanceOf(SqlException.class);
            assertThat(author().name()).isEqualTo("Agatha");
            assertThat(vault.nested(() -> purse(2).amount())).isEqualTo(100);
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatIsNestedAndTransactionalIsUndoneAlone() throws Exception {
        archive.inTransaction(() -> {
            rename("Agatha");
            for (Exception reason : List.of(new IllegalStateException("no"), new IOException("no"))) {
                assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                            rename("Augusta");
                            throw reason;
                        }))
                        .isSameAs(reason);
            }
            assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                        rename("Augusta");
                        throw new AssertionError("no");
                    }))
                    .isInstanceOf(AssertionError.class);
            assertThat(author().name()).isEqualTo("Agatha");
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Agatha");
    }

    @Test
    void whatIsNestedAndBeginsTheTransactionIsRolledBack() throws Exception {
        assertThatThrownBy(() -> vault.nestedTransaction(() -> {
                    rename("Augusta");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(nameNow()).isEqualTo("Ada");

        vault.nestedTransaction(() -> rename("Augusta"));
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void anotherUnitIsNestedByItsName() throws Exception {
        execute("create table note (id bigint primary key, text text)");
        archive.inTransaction(() -> {
            rename("Augusta");
            assertThatThrownBy(() -> vault.nestedNotes(() -> {
                        CDI.current()
                                .select(Session.class, new Notes.Literal())
                                .get()
                                .add(new Note(1L, "x"));
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class);
            return 0;
        });
        assertThat(nameNow()).isEqualTo("Augusta");
    }

    @Test
    void whatIsRefusedInAPartIsLeftOut() throws Exception {
        archive.inTransaction(() -> {
            for (long id : List.of(2L, 3L)) {
                try {
                    vault.open(id);
                } catch (SqlException e) {
                    rename("two of " + id);
                }
            }
            return 0;
        });
        assertThat(vault.purses()).extracting(Purse::id).containsExactly(1L, 2L, 3L);
        assertThat(nameNow()).isEqualTo("two of 2");
    }
}
