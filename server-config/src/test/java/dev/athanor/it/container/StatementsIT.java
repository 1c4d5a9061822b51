// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.TestServerSession;
import java.sql.SQLException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many statements a list takes, however many rows it has. */
@RunAsClient
class StatementsIT extends InContainer {
    private static final int ROWS = 120;

    /** Each course requires the one before. */
    @BeforeEach
    void courses() throws SQLException {
        TestServerSession.server()
                .execute(
                        "insert into academy.course (created_at, updated_at, version, code, title, seats) select now(),"
                                + " now(), 1, 'ST-' || i, 'Course', i from generate_series(1, " + ROWS
                                + ") i on conflict do nothing; insert into academy.prerequisite (course_id, required_id) select"
                                + " c.id, r.id from academy.course c join academy.course r on r.code = 'ST-' || (c.seats - 1)"
                                + " where c.code like 'ST-%' on conflict do nothing");
        TestServerSession.server().awaitStandby();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, size=20, 2",
        "application/json, size=20&cursor=, 1",
        "application/json, size=20&include=prerequisites, 3",
        "application/json, size=20&include=prerequisites.prerequisites, 4",
        "text/csv, sort=code, 1",
        "text/csv, include=prerequisites, 2",
        "text/csv, include=prerequisites.prerequisites, 3"
    })
    void aListTakesAStatementForEachRelation(String form, String query, int statements) {
        assertThat(Statements.of(() -> {
                    Answer answer =
                            Client.nobody().sending("Accept", form).get("/v1/courses?filter=code==ST-1*&" + query);
                    assertThat(answer.text()).contains("ST-11", "ST-105");
                }))
                .isEqualTo(statements);
    }

    @Test
    void oneTakesOne() {
        assertThat(Statements.of(
                        () -> assertThat(Client.nobody().get("/v1/courses/ST-5").status())
                                .isEqualTo(200)))
                .isEqualTo(1);
    }
}
