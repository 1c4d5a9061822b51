// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static dev.athanor.migrations.revision.Revisions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.Migrations;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisedDatabaseTest extends RevisionTests {
    @Test
    void revisionsAreAppliedAndTakenBack() throws SQLException {
        Revision first = revisions.table("a");
        Revision second = revisions.table("b", first);
        Revision third = revisions.table("c", second);

        assertThat(revised.state().pending()).containsExactly(first, second, third);
        assertThat(revised.upgrade("+1")).containsExactly(first);
        assertThat(revised.upgrade("head")).containsExactly(second, third);
        assertThat(revised.upgrade("head")).isEmpty();
        assertThat(revised.state().isCurrent()).isTrue();
        assertThat(revised.state().heads()).containsExactly(third);
        assertThat(revisions.tables()).containsExactly("a", "b", "c");
        assertThat(revised.downgrade("-1")).containsExactly(third);
        assertThat(revised.downgrade(first.id().substring(0, 8))).containsExactly(second);
        assertThat(revisions.tables()).containsExactly("a");
        assertThat(revised.downgrade("base")).containsExactly(first);
        assertThat(revised.downgrade("base")).isEmpty();
        assertThat(revisions.tables()).isEmpty();
        assertThat(revisions.texts("select id from databasechangelog")).isEmpty();
    }

    @Test
    void branchesAreAppliedSideBySideAndJoined() throws SQLException {
        Revision first = revisions.table("a");
        Revision left = revisions.table("l", first);
        Revision right = revisions.table("r", first);
        refused(MigrationError.SEVERAL_HEADS, () -> revised.upgrade("head"), left.id(), right.id());
        assertThat(revisions.tables()).isEmpty();
        assertThat(revised.upgrade(left.id())).containsExactly(first, left);

        Revision joint = revisions.directory().addMerge("Join", List.of(left, right), "ada");
        assertThat(revised.upgrade("head")).containsExactly(right, joint);
        assertThat(revised.state().isCurrent()).isTrue();
        assertThat(revisions.texts("select id from databasechangelog where filename = '" + joint.id() + "'"))
                .containsExactly("merge");

        assertThat(revised.downgrade("-1")).containsExactly(joint);
        assertThat(revised.state().heads()).containsExactlyInAnyOrder(left, right);
        assertThat(revised.downgrade(left.id())).isEmpty();
        refused(MigrationError.REVISION_AMBIGUOUS, () -> revised.downgrade("-1"), left.id(), right.id());
        assertThat(revised.downgrade("base")).hasSize(3);
        assertThat(revisions.tables()).isEmpty();
    }

    @Test
    void whatIsHalfAppliedIsSaidAndCompletedOrTakenBack() throws SQLException {
        Revision first = revisions.table("a");
        revised.upgrade("head");
        database.execute("drop index a_idx; delete from databasechangelog where id = 'index'");

        assertThat(revised.state().partly()).containsExactly(first);
        assertThat(revised.state().applied()).isEmpty();
        refused(MigrationError.NOT_AT_HEAD, revised::checkAtHead, first.id());
        assertThat(revised.upgrade("head")).containsExactly(first);
        assertThat(revised.checkAtHead().isCurrent()).isTrue();
        database.execute("drop index a_idx; delete from databasechangelog where id = 'index'");
        assertThat(revised.downgrade("base")).containsExactly(first);
        assertThat(revisions.tables()).isEmpty();
    }

    @Test
    void aChangeSetThatFailsLeavesNothingBehind() throws SQLException {
        Revision first = revisions.table("a");
        Revision broken =
                revisions.statements("Broken", "create table b (id bigint); drop table missing", "drop table b", first);

        refused(
                MigrationError.MIGRATION_FAILED,
                () -> revised.upgrade("head"),
                broken.id(),
                "\"missing\" does not exist");
        assertThat(revisions.tables()).containsExactly("a");
        assertThat(revised.state().heads()).containsExactly(first);
        assertThat(revised.state().pending()).containsExactly(broken);
    }

    @Test
    void aDowngradeThatFailsLeavesWhatItCouldNotTakeBack() throws SQLException {
        Revision first =
                revisions.statements("Broken", "create table a (id bigint)", "drop table a; drop table missing");
        Revision second = revisions.table("b", first);
        revised.upgrade("head");

        refused(
                MigrationError.MIGRATION_FAILED,
                () -> revised.downgrade("base"),
                first.id(),
                "\"missing\" does not exist");
        assertThat(revisions.tables()).containsExactly("a");
        assertThat(revised.state().heads()).containsExactly(first);
        assertThat(revised.state().pending()).containsExactly(second);
    }

    @Test
    void whatCannotBeTakenBackIsRefusedBeforeAnythingIs() throws SQLException {
        Revision first = revisions.statements("One way", "create table a (id bigint)", "");
        Revision second = revisions.table("b", first);
        revised.upgrade("head");

        refused(MigrationError.IRREVERSIBLE, () -> revised.downgrade("base"), first.id() + "::only::ada");
        refused(MigrationError.IRREVERSIBLE, () -> revised.downgradeScript("base"), first.id() + "::only::ada");
        assertThat(revisions.tables()).containsExactly("a", "b");
        assertThat(revised.downgrade("-1")).containsExactly(second);
    }

    @Test
    void whatWasEditedAfterwardsIsRefusedUntilItIsStamped() throws SQLException, IOException {
        Revision first = revisions.table("a");
        revised.upgrade("head");
        Revision second = revisions.table("b", first);
        Path file = revisions.directory().file(first);
        Files.writeString(file, Files.readString(file).replace("bigint", "bigint not null"));

        assertThat(revised.state().altered()).containsExactly(first.id() + "::table::ada");
        assertThat(revised.state().isCurrent()).isFalse();
        refused(MigrationError.CHANGE_SET_ALTERED, () -> revised.upgrade("head"), first.id() + "::table::ada");
        refused(MigrationError.CHANGE_SET_ALTERED, () -> revised.downgrade("base"), first.id() + "::table::ada");
        refused(MigrationError.CHANGE_SET_ALTERED, revised::checkAtHead, first.id() + "::table::ada");
        assertThat(revisions.tables()).containsExactly("a");

        revised.stamp(first.id());
        assertThat(revised.upgrade("head")).containsExactly(second);
    }

    @Test
    void revisionsThatNobodyHereKnowsAreRefused() throws SQLException, IOException {
        Revision first = revisions.table("a");
        Revision second = revisions.table("b", first);
        revised.upgrade("head");
        Files.delete(revisions.directory().file(second));

        assertThat(revised.state().unknown()).containsExactly(second.id());
        assertThat(revised.state().isCurrent()).isFalse();
        refused(MigrationError.REVISION_MISSING, () -> revised.upgrade("head"), second.id());
        refused(MigrationError.REVISION_MISSING, () -> revised.downgrade("base"), second.id());
        refused(MigrationError.REVISION_MISSING, () -> revised.stamp("base"), second.id());
        assertThat(revisions.tables()).containsExactly("a", "b");
    }

    @Test
    void stampingRunsNothing() throws SQLException {
        Revision first = revisions.table("a");
        Revision second = revisions.table("b", first);

        assertThat(revised.stamp("head")).containsExactly(first, second);
        assertThat(revised.state().isCurrent()).isTrue();
        assertThat(revisions.tables()).isEmpty();
        assertThat(revised.stamp(first.id())).containsExactly(first);
        assertThat(revised.state().pending()).containsExactly(second);
        revised.stamp("base");
        assertThat(revised.state().pending()).containsExactly(first, second);
    }

    @Test
    void oneMigratesAtATime() throws SQLException {
        revisions.table("a");
        try (Connection other = migrating()) {
            assertThat(other.isClosed()).isFalse();
            RevisedDatabase impatient = revised.waitingAtMost(Duration.ofMillis(10));
            refused(MigrationError.MIGRATION_LOCKED, () -> impatient.upgrade("head"), "another session");
            refused(MigrationError.MIGRATION_LOCKED, () -> impatient.downgrade("base"), "another session");
            refused(MigrationError.MIGRATION_LOCKED, () -> impatient.stamp("head"), "another session");
            assertThat(impatient.state().pending()).hasSize(1);
        }
        assertThat(revisions.tables()).isEmpty();
    }

    @Test
    void filesThatLiquibaseCannotReadAreSaid() throws IOException {
        Revision first = revisions.table("a");
        Path file = revisions.directory().file(first);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("changes:", "changes: ["));
        refused(
                MigrationError.CHANGELOG_UNREADABLE,
                revised::state,
                file.getFileName().toString());
        Files.writeString(file, text.replaceFirst("(?m)^ +- logicalFilePath.*$", ""));
        refused(MigrationError.REVISIONS_INVALID, revised::state, "logicalFilePath", first.id());
        Files.writeString(file, text.substring(0, text.indexOf("  - changeSet")));
        refused(MigrationError.REVISIONS_INVALID, revised::state, "has no change set");
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() throws SQLException {
        revisions.table("a");
        database.close();
        refused(MigrationError.DATABASE_UNREACHABLE, revised::state, "no connection");
        refused(MigrationError.DATABASE_UNREACHABLE, () -> revised.upgrade("head"), "no connection");
    }

    @Test
    void progressIsTold() {
        Revision first = revisions.table("a");
        List<String> told = new ArrayList<>();
        RevisedDatabase telling = revised.telling(
                (revision, changeSet, number, all) -> told.add(revision + " " + changeSet + " " + number + "/" + all));

        telling.upgrade("head");
        telling.downgrade("base");
        assertThat(told)
                .containsExactly(
                        first.id() + " table 1/2",
                        first.id() + " index 2/2",
                        first.id() + " index 1/2",
                        first.id() + " table 2/2");
    }

    @Test
    void serversSeeTheSameByTheList() throws Exception {
        Revision first = revisions.table("a");
        revisions.table("b", first);
        revised.upgrade(first.id());
        URL[] root = {temporary.toUri().toURL()};
        try (URLClassLoader found = new URLClassLoader(root, RevisedDatabaseTest.class.getClassLoader())) {
            Migrations server =
                    Migrations.of(database.dataSource(), "db/changelog.yaml").foundBy(found);
            assertThat(server.state().pending()).hasSize(2);
            assertThat(server.upgrade().isCurrent()).isTrue();
        }
        assertThat(revised.state().isCurrent()).isTrue();
        assertThat(revised.downgrade("base")).hasSize(2);
    }
}
