// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/transactions.md shows. */
class NestedTutorialTest extends BlockTests {
    @Test
    void whatIsRefusedIsLeftOut() {
        List<String> refused = new ArrayList<>();
        // region nested
        sessions.transaction(session -> {
            author(session, 1).rename("Augusta");
            for (String name : List.of("xml", "sql", "json")) {
                try {
                    session.nested(inner -> inner.add(new Tag(name)));
                } catch (SqlException e) {
                    refused.add(name + ": " + e.code());
                }
            }
        });
        // endregion
        assertThat(refused).containsExactly("sql: " + SqlError.CONSTRAINT_VIOLATED);
        assertThat(isThere(Tag.class, "xml")).isTrue();
        assertThat(isThere(Tag.class, "json")).isTrue();
        assertThat(name(1)).isEqualTo("Augusta");
    }

    @Test
    void blocksAreWithinBlocks() {
        // region depth
        sessions.transaction(session -> {
            Author ada = author(session, 1);
            session.nested(outer -> {
                ada.rename("Augusta");
                try {
                    outer.nested(inner -> {
                        ada.rename("Agatha");
                        throw new IllegalStateException("no");
                    });
                } catch (IllegalStateException e) {
                    assertThat(ada.name()).isEqualTo("Augusta");
                }
            });
        });
        // endregion
        assertThat(name(1)).isEqualTo("Augusta");
    }
}
