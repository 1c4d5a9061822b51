// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.excluded;
import static dev.athanor.sql.Sql.forUpdate;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Insert;
import dev.athanor.sql.Returning;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.Update;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that are inserted, changed, deleted and locked. */
class ChangingTutorialTest extends TutorialTests {
    record Draft(String name, @Nullable LocalDate born) {}

    @Test
    void changes() {
        // region insert
        Returning<Long> added = insert(a)
                .set(a.name, "Butler")
                .set(a.born, LocalDate.of(1947, 6, 22))
                .returningValue(a.id);
        long id = queries.one(added);

        List<Draft> drafts = List.of(new Draft("Delany", null), new Draft("Russ", LocalDate.of(1937, 2, 22)));
        List<Row> rows = queries.list(insert(a)
                .rows(drafts, (row, draft) -> row.set(a.name, draft.name()).setNullable(a.born, draft.born()))
                .returning(a.id, a.name));
        // endregion
        assertThat(id).isEqualTo(4);
        assertThat(rows).extracting(Row::toString).containsExactly("[5, Delany]", "[6, Russ]");
        // region update
        Update raised =
                update(b).set(b.price, b.price.times(new BigDecimal("1.1"))).where(b.lent.not());
        Update named = update(b)
                .set(b.title, a.name.concat(": ").concat(b.title))
                .from(a)
                .where(b.authorId.eq(a.id));
        // endregion
        assertThat(queries.execute(raised)).isEqualTo(3);
        assertThat(queries.execute(named)).isEqualTo(4);
        // region delete
        long deleted = queries.execute(delete(b).using(a).where(b.authorId.eq(a.id), a.name.eq("Lem")));
        // endregion
        assertThat(deleted).isEqualTo(2);
    }

    @Test
    void upsert() {
        // region upsert
        Insert ignored = insert(a).set(a.name, "Lem").onConflict(a.name).doNothing();
        Returning<Row> updated = insert(a)
                .set(a.name, "Nobody")
                .set(a.born, LocalDate.of(1970, 1, 1))
                .onConflict(a.name)
                .doUpdate(row -> row.set(a.born, coalesce(a.born, excluded(a.born))))
                .returning(a.id, a.born);
        // endregion
        assertThat(queries.execute(ignored)).isZero();
        assertThat(queries.one(updated)).hasToString("[3, 1970-01-01]");
    }

    @Test
    void locks() throws SQLException {
        connection.setAutoCommit(false);
        // region locks
        Select<Row> next = select(b.id, b.title)
                .where(b.lent.not())
                .orderBy(b.id.asc())
                .limit(1)
                .lock(forUpdate().skipLocked());
        // endregion
        assertThat(queries.one(next).get(b.id)).isEqualTo(10);
    }
}
