// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.press.Deed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is masked within embedded objects, or as a whole, is masked in histories, too. */
class MaskedHistoryTest extends SessionTest {
    @BeforeEach
    void makeHistory() {
        execute(script("athanor-history.sql"));
        sessions.transaction(session -> {
            Deed deed = new Deed(1, "House");
            deed.seal("wax", "red");
            session.add(deed);
        });
    }

    private List<ValueChange> changes() {
        List<Revision> history = this.<List<Revision>>read(
                session -> session.historyOf(session.get(Deed.class, 1L).orElseThrow()));
        return history.stream().flatMap(revision -> revision.changes().stream()).toList();
    }

    @Test
    void ofAnEntityThatIsFlushed() {
        sessions.transaction(
                session -> session.get(Deed.class, 1L).orElseThrow().seal("glue", "blue"));

        assertThat(changes())
                .contains(
                        new ValueChange("secret", null, "***"),
                        new ValueChange("colour", null, "red"),
                        new ValueChange("copy_secret", null, "***"),
                        new ValueChange("copy_colour", null, "***"),
                        new ValueChange("secret", "***", "***"),
                        new ValueChange("colour", "red", "blue"),
                        new ValueChange("copy_secret", "***", "***"),
                        new ValueChange("copy_colour", "***", "***"));
        assertThat(changes().toString()).doesNotContain("wax", "glue");
    }
}
