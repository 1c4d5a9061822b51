// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static dev.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.orm.bulk.BulkResult;
import dev.athanor.orm.bulk.RowFailure;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.orm.press.Parcel;
import dev.athanor.orm.press.QParcel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that the database refuses when they are inserted in bulk. */
class BulkInsertFailureTest extends BulkInsertTests {
    private final QParcel p = QParcel.as("p");

    private static List<Line> withTwins(int count, int... twins) {
        List<Line> rows = new ArrayList<>(lines(count));
        for (int twin : twins) {
            rows.set(twin, new Line(1, "twin"));
        }
        return rows;
    }

    @Test
    void aRefusedRowIsNamedAndNoneIsWritten() {
        sessions.transaction(session -> {
            assertThatThrownBy(() -> session.bulk().chunksOf(100).insert(lines, withTwins(450, 333)))
                    .hasMessageContaining("the row at 333")
                    .isInstanceOfSatisfying(
                            OrmException.class, e -> assertThat(e.code()).isEqualTo(OrmError.ROW_REFUSED));
            assertThat(session.count(select(a).where(a.id.ge(1000L)))).isZero();
            session.bulk().insert(lines, lines(3));
        });
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void refusedRowsAreReportedWhileTheOthersGoIn() {
        int[] twins = {0, 99, 100, 257, 449};
        BulkResult result = written(
                session -> session.bulk().chunksOf(100).reportingFailures().insert(lines, withTwins(450, twins)));

        assertThat(result.rows()).isEqualTo(445);
        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(0L, 99L, 100L, 257L, 449L);
        assertThat(result.failures())
                .allMatch(failure -> failure.cause().sqlState().orElseThrow().equals("23505"));
        assertThat(count()).isEqualTo(445);
    }

    @Test
    void rowsWithoutWhatTheyReferToAreReported() {
        record Pupil(long id, long mentor) {}
        RowMapping<Pupil> pupils = RowMapping.of(Pupil.class, a)
                .set(a.id, Pupil::id)
                .set(a.mentor.id, Pupil::mentor)
                .set(a.name, pupil -> "pupil")
                .set(a.version, pupil -> 1);
        List<Pupil> rows = IntStream.range(0, 100)
                .mapToObj(i -> new Pupil(1000 + i, i == 42 ? 777 : 1))
                .toList();
        BulkResult result =
                written(session -> session.bulk().reportingFailures().insert(pupils, rows));
        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(42L);
    }

    @Test
    void failedEntitiesAreReportedAndTheOthersKeepTheirKeys() {
        List<Parcel> parcels = IntStream.range(0, 100)
                .mapToObj(i -> new Parcel(i == 13 ? null : "parcel " + i))
                .toList();
        BulkResult result =
                written(session -> session.bulk().reportingFailures().insert(parcels));

        assertThat(result.failures()).extracting(RowFailure::index).containsExactly(13L);
        List<Parcel> there = read(session -> session.list(select(p).orderBy(p.id.asc())));
        assertThat(there).hasSize(99);
        assertThat(there)
                .extracting(Parcel::label)
                .containsExactlyElementsOf(parcels.stream()
                        .map(Parcel::label)
                        .filter(label -> label != null)
                        .toList());
        assertThat(there)
                .extracting(Parcel::id)
                .containsExactlyElementsOf(parcels.stream()
                        .filter(parcel -> parcel.label() != null)
                        .map(Parcel::id)
                        .toList());
    }
}
