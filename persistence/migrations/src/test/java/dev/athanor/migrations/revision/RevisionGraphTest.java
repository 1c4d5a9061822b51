// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final Revision FIRST = revision("aaaaaaaaaaaa", 5);
    private static final Revision LEFT = revision("bbbbbbbbbbbb", 4, FIRST);
    private static final Revision RIGHT = revision("bbcccccccccc", 3, FIRST);
    private static final Revision RIGHTER = revision("dddddddddddd", 2, RIGHT);
    private static final Revision JOINT = revision("eeeeeeeeeeee", 1, LEFT, RIGHTER);

    private final RevisionGraph branched = RevisionGraph.of(List.of(RIGHTER, LEFT, FIRST, RIGHT));
    private final RevisionGraph joined = RevisionGraph.of(List.of(JOINT, RIGHTER, LEFT, FIRST, RIGHT));

    @Test
    void eachComesAfterItsParentsWhateverItsTime() {
        assertThat(joined.ordered()).containsExactly(FIRST, RIGHT, RIGHTER, LEFT, JOINT);
    }

    @Test
    void headsAreThoseThatNothingComesAfter() {
        assertThat(branched.heads()).containsExactly(RIGHTER, LEFT);
        assertThat(branched.bases()).containsExactly(FIRST);
        assertThat(joined.head()).isEqualTo(JOINT);
        refused(MigrationError.SEVERAL_HEADS, branched::head, LEFT.id(), RIGHTER.id());
    }

    @Test
    void aRevisionIsFoundByTheBeginOfItsId() {
        assertThat(joined.find("bbb")).isEqualTo(LEFT);
        assertThat(joined.find(JOINT.id())).isEqualTo(JOINT);
        refused(MigrationError.REVISION_AMBIGUOUS, () -> joined.find("bb"), LEFT.id(), RIGHT.id());
        refused(MigrationError.REVISION_UNKNOWN, () -> joined.find("f"), "\"f\"");
        refused(MigrationError.REVISION_UNKNOWN, () -> joined.find(""), "\"\"");
    }

    @Test
    void allThatDoesNotFitIsSaidAtOnce() {
        Revision orphan = new Revision("ffffffffffff", List.of("123456789abc"), "orphan", Instant.EPOCH);

        refused(
                MigrationError.REVISIONS_INVALID,
                () -> RevisionGraph.of(List.of(FIRST, FIRST, orphan)),
                "aaaaaaaaaaaa is there twice",
                "123456789abc, which is not there");
    }

    @Test
    void aCircleIsFound() {
        Revision one = new Revision("111111111111", List.of("222222222222"), "one", Instant.EPOCH);
        Revision two = new Revision("222222222222", List.of("111111111111"), "two", Instant.EPOCH);

        refused(
                MigrationError.REVISIONS_INVALID,
                () -> RevisionGraph.of(List.of(FIRST, one, two)),
                "come after themselves",
                "111111111111, 222222222222");
    }

    @Test
    void upgradesGoByParents() {
        RevisionPath path = new RevisionPath(joined);
        assertThat(path.up(Set.of(), "head")).containsExactly(FIRST, RIGHT, RIGHTER, LEFT, JOINT);
        assertThat(path.up(Set.of(FIRST, LEFT), "ddd")).containsExactly(RIGHT, RIGHTER);
        assertThat(path.up(Set.of(FIRST, LEFT), "aaa")).isEmpty();
        assertThat(path.up(Set.of(FIRST, LEFT), "+2")).containsExactly(RIGHT, RIGHTER);
        assertThat(new RevisionPath(branched).up(Set.of(FIRST), "heads")).containsExactly(RIGHT, RIGHTER, LEFT);
    }

    @Test
    void stepsUpThatCouldBeSeveralAreRefused() {
        RevisionPath path = new RevisionPath(joined);
        refused(MigrationError.REVISION_AMBIGUOUS, () -> path.up(Set.of(FIRST), "+1"), LEFT.id(), RIGHT.id());
        refused(MigrationError.REVISION_UNKNOWN, () -> path.up(Set.of(FIRST, LEFT), "+4"), "4 steps", "only 3");
        refused(MigrationError.REVISION_UNKNOWN, () -> path.up(Set.of(), "base"), "leads down");
        refused(MigrationError.REVISION_UNKNOWN, () -> path.up(Set.of(), "-1"), "leads down");
        refused(MigrationError.SEVERAL_HEADS, () -> new RevisionPath(branched).up(Set.of(), "head"), "merge");
    }

    @Test
    void downgradesTakeBackWhatCameAfter() {
        RevisionPath path = new RevisionPath(joined);
        Set<Revision> all = Set.copyOf(joined.ordered());
        assertThat(path.down(all, "base")).containsExactly(JOINT, LEFT, RIGHTER, RIGHT, FIRST);
        assertThat(path.down(all, "bbc")).containsExactly(JOINT, RIGHTER);
        assertThat(path.down(all, "-1")).containsExactly(JOINT);
        assertThat(path.down(Set.of(FIRST, RIGHT), "-2")).containsExactly(RIGHT, FIRST);
        assertThat(path.down(all, "head")).isEmpty();
    }

    @Test
    void stepsDownThatCouldBeSeveralAreRefused() {
        RevisionPath path = new RevisionPath(joined);
        Set<Revision> all = Set.copyOf(joined.ordered());
        refused(MigrationError.REVISION_AMBIGUOUS, () -> path.down(all, "-2"), LEFT.id(), RIGHTER.id());
        refused(MigrationError.REVISION_UNKNOWN, () -> path.down(Set.of(FIRST), "-2"), "only 1");
        refused(MigrationError.REVISION_UNKNOWN, () -> path.down(all, "+1"), "leads up");
        refused(MigrationError.REVISION_NOT_APPLIED, () -> path.down(Set.of(FIRST), "bbb"), LEFT.id());
    }

    private static Revision revision(String id, int minute, Revision... parents) {
        return new Revision(
                id,
                List.of(parents).stream().map(Revision::id).toList(),
                "message of " + id.charAt(0),
                Instant.EPOCH.plusSeconds(60L * minute));
    }

    private static void refused(MigrationError code, ThrowingCallable work, String... words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                        .isEqualTo(code))
                .hasMessageContainingAll(words);
    }
}
