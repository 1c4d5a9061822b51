// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewRows;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole list of any length needs the memory of a few rows. */
class ExportMemoryIT extends InContainer {
    private static final int MANY = 200_000;
    private static final int EARLY = 20_000;
    private static final int LATE = 190_000;

    /** Two hundred thousand entities are more than ten times as much. */
    private static final long ALLOWED = 16L << 20;

    @Resource(lookup = "jdbc/athanor")
    private DataSource database;

    @Resource(lookup = "jdbc/athanor-replica")
    private DataSource replica;

    @Inject
    private CourseListing courses;

    /** Each course requires the one before. */
    @BeforeEach
    void manyCourses() throws SQLException {
        Rows.change(
                database,
                "insert into academy.course (created_at, updated_at, version, code, title, seats) select now(), now(),"
                        + " 1, 'MEM-' || i, repeat('Course', 10), i from generate_series(1, " + MANY + ") i");
        Rows.change(
                database,
                "insert into academy.prerequisite (course_id, required_id) select c.id, r.id from academy.course c join"
                        + " academy.course r on r.code = 'MEM-' || (c.seats - 1) where c.code like 'MEM-%'");
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Rows.number(replica, "select count(*) from academy.prerequisite") < MANY - 1
                && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void noCourses() throws SQLException {
        Rows.change(
                database,
                "delete from academy.prerequisite where course_id in (select id from academy.course where code like"
                        + " 'MEM-%')");
        Rows.change(database, "delete from academy.course where code like 'MEM-%'");
    }

    @Test
    void memoryStaysTheSameHoweverManyThereAre() {
        Watch watch = new Watch();
        ViewRequest request = new ViewRequest(
                        Optional.of("code==MEM-*"),
                        List.of("seats"),
                        List.of("prerequisites"),
                        List.of(),
                        new ViewRequest.Paging.Numbered(1, 1))
                .handing(watch);

        assertThat(courses.list(request).items()).isEmpty();

        assertThat(watch.taken).isEqualTo(MANY);
        assertThat(watch.late - watch.early).isLessThan(ALLOWED);
    }

    /** Measures what is held when the first part was read, and when most was. */
    private static final class Watch implements ViewRows {
        private int taken;
        private long early;
        private long late;

        @Override
        public void begin(List<List<String>> columns) {
            assertThat(columns)
                    .containsExactly(
                            List.of("id"),
                            List.of("code"),
                            List.of("title"),
                            List.of("seats"),
                            List.of("prerequisites"));
        }

        @Override
        public void take(Map<String, Object> document) {
            taken++;
            if (taken == EARLY) {
                early = held();
            } else if (taken == LATE) {
                late = held();
            }
        }

        private static long held() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
