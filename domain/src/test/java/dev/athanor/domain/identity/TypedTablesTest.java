// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.identity;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The tables that are generated from the entities of this module, in use. */
class TypedTablesTest {
    @Test
    void usersAreSelected() {
        // region select
        QUser u = QUser.as("u");
        Select<Row> late = select(u.id, u.username)
                .where(u.createdAt.gt(OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)))
                .orderBy(u.username.asc());
        // endregion

        assertThat(late.sql())
                .isEqualTo("select \"u\".\"id\", \"u\".\"username\" from \"identity\".\"users\" as \"u\""
                        + " where \"u\".\"created_at\" > ? order by \"u\".\"username\"");
        assertThat(u.key()).containsExactly(u.id);
        assertThat(QUser.table().source().alias()).isEqualTo("users");
    }
}
