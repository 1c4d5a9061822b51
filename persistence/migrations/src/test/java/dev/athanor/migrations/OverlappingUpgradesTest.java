// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.internal.OwnScope;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.CommandStep;
import liquibase.command.core.UpdateCommandStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two databases of one server, migrated at once by a thread and by one that it started. */
@PostgresTest
class OverlappingUpgradesTest {
    private static final String NOTES = "migrations/notes.yaml";

    private TestDatabase database;
    private PGSimpleDataSource other;

    @BeforeEach
    void thereAreTwo(TestDatabase fresh) throws SQLException {
        database = fresh;
        database.execute("create database " + database.name() + "_other");
        other = new PGSimpleDataSource();
        other.setUrl(database.url().replace(database.name(), database.name() + "_other"));
        other.setUser(database.user());
        other.setPassword(database.password());
    }

    @AfterEach
    void thereIsOneAgain() throws SQLException {
        database.execute("drop database " + database.name() + "_other with (force)");
    }

    @Test
    void oneThatEndsWhileTheOtherIsInTheMiddleTakesNothingFromIt() throws Exception {
        Scope.setScopeManager(null); // as in a thread that has not met Liquibase yet
        assertThat(Scope.getCurrentScope().getParent()).isNull();
        CountDownLatch otherIsInTheMiddle = new CountDownLatch(1);
        CountDownLatch firstHasEnded = new CountDownLatch(1);
        List<String> locks = Collections.synchronizedList(new ArrayList<>());
        ExecutorService startedByThisThread = Executors.newSingleThreadExecutor();
        try {
            Migrations elsewhere = Migrations.of(other, NOTES).telling(event -> {
                locks.addAll(locks(other));
                otherIsInTheMiddle.countDown();
                await(firstHasEnded);
            });
            List<Future<SchemaState>> upgrade = new ArrayList<>();

            SchemaState state = Migrations.of(database.dataSource(), NOTES)
                    .telling(event -> {
                        if (upgrade.isEmpty()) {
                            upgrade.add(startedByThisThread.submit(elsewhere::upgrade));
                        }
                        await(otherIsInTheMiddle);
                        locks.addAll(locks(database.dataSource()));
                    })
                    .upgrade();
            firstHasEnded.countDown();

            assertThat(state.isCurrent()).isTrue();
            assertThat(upgrade.get(0).get(30, SECONDS).isCurrent()).isTrue();
            assertThat(locks).isNotEmpty().allMatch(lock -> lock.startsWith("athanor: "));
            assertThat(locks(database.dataSource())).containsExactly("free");
            assertThat(locks(other)).containsExactly("free");
        } finally {
            firstHasEnded.countDown();
            startedByThisThread.shutdownNow();
        }
    }

    @Test
    void aThreadThatIsStartedInTheMiddleHasNothingOfIt() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            boolean has = OwnScope.run(Map.of("kept.by", "ada"), () -> executor.submit(() ->
                            OwnScope.run(Map.of(), () -> Scope.getCurrentScope().has("kept.by")))
                    .get(30, SECONDS));
            assertThat(has).isFalse();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void eachCommandHasStepsOfItsOwn() throws Exception {
        OwnScope.run(Map.of(), () -> {
            List<CommandStep> some = OwnScope.command(UpdateCommandStep.COMMAND_NAME)
                    .getCommand()
                    .getPipeline();
            List<CommandStep> others = OwnScope.command(UpdateCommandStep.COMMAND_NAME)
                    .getCommand()
                    .getPipeline();

            assertThat(some).isNotEmpty().doesNotContainAnyElementsOf(others);
            assertThat(new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .getCommand()
                            .getPipeline())
                    .as("those of who runs Liquibase itself")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(some)
                    .doesNotContainAnyElementsOf(others);
            return some;
        });
    }

    @Test
    void whoeverIsInAScopeOfLiquibasesIsInItAfterwards() throws Exception {
        Migrations migrations = Migrations.of(database.dataSource(), NOTES);

        String kept = Scope.child(Map.of("kept.by", "ada"), () -> {
            migrations.upgrade();
            return Scope.getCurrentScope().get("kept.by", String.class);
        });

        assertThat(kept).isEqualTo("ada");
        assertThat(Scope.getCurrentScope().has("kept.by")).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, SECONDS)) {
                throw new IllegalStateException("it did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who has the row of Liquibase's lock. */
    private static List<String> locks(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select coalesce(lockedby, 'free') from databasechangeloglock")) {
            List<String> locks = new ArrayList<>();
            while (row.next()) {
                locks.add(row.getString(1));
            }
            return locks;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
