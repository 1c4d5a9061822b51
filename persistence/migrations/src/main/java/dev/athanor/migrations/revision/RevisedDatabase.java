// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.PostgresDatabase;

/**
 * A database and the revisions of its schema.
 *
 * <pre>{@code
 * RevisedDatabase database = RevisedDatabase.of(dataSource, RevisionDirectory.of(Path.of("db")));
 * database.upgrade("head");     // what was applied
 * database.downgrade("-1");
 * database.state().isCurrent();
 * }</pre>
 *
 * <p>A target is {@code head}, {@code heads}, {@code base}, {@code +2} or {@code -2}, or a revision by its id or the
 * begin of it. One migrates at a time; what others do meanwhile is waited for. When a change set fails, those before it
 * stay done, and it leaves nothing behind. Immutable and thread-safe.
 */
public final class RevisedDatabase {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final RevisionDirectory directory;
    private final ClassLoader classLoader;
    private final Duration patience;
    private final Progress progress;
    private final boolean contracts;

    private RevisedDatabase(
            DataSource dataSource,
            RevisionDirectory directory,
            ClassLoader classLoader,
            Duration patience,
            Progress progress,
            boolean contracts) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.directory = Objects.requireNonNull(directory, "directory");
        this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.contracts = contracts;
    }

    /** The one that a data source leads to. */
    public static RevisedDatabase of(DataSource dataSource, RevisionDirectory directory) {
        return new RevisedDatabase(
                dataSource, directory, Thread.currentThread().getContextClassLoader(), PATIENCE, Progress.NONE, false);
    }

    /** The same, with classes that change sets name found by this class loader. */
    public RevisedDatabase foundBy(ClassLoader classLoader) {
        return new RevisedDatabase(dataSource, directory, classLoader, patience, progress, contracts);
    }

    /** The same, willing to wait this long for others that are migrating; ten minutes if not said. */
    public RevisedDatabase waitingAtMost(Duration patience) {
        return new RevisedDatabase(dataSource, directory, classLoader, patience, progress, contracts);
    }

    /** The same, with somebody who is told what is done. */
    public RevisedDatabase telling(Progress progress) {
        return new RevisedDatabase(dataSource, directory, classLoader, patience, progress, contracts);
    }

    /** The same, that holds nothing back: no server of the version before runs any more. */
    public RevisedDatabase contracting() {
        return new RevisedDatabase(dataSource, directory, classLoader, patience, progress, true);
    }

    /** What it has. Runs read-only. */
    public DatabaseRevisions state() {
        return looking(RevisionRun::look).state();
    }

    /** What it has, which must be everything, as it is written now. Runs read-only. */
    public DatabaseRevisions checkAtHead() {
        DatabaseRevisions state = state();
        state.checkKnown();
        state.checkUnaltered();
        state.checkAtHead();
        return state;
    }

    /**
     * Applies what is missing on the way to a target, and returns it. What contracts is {@linkplain #heldBack held
     * back}.
     */
    public List<Revision> upgrade(String target) {
        return migrating(run -> {
            Situation situation = run.look();
            List<Revision> way = up(situation, target);
            if (!way.isEmpty()) {
                run.update(situation.changeSets().of(way));
            }
            return way;
        });
    }

    /**
     * What an upgrade to {@code head} or {@code heads} leaves for later: the last revisions that are missing, if all
     * their change sets have the label {@code contract}, and the database has others already. Naming them applies them,
     * and so does what comes after them.
     */
    public List<Revision> heldBack(String target) {
        return contracts ? List.of() : looking(run -> run.look().heldBack(target));
    }

    /** What those do that {@linkplain DatabaseRevisions#heldBack wait}, as far as it is statements. Reads only. */
    public List<String> heldBackStatements() {
        return looking(run -> {
            Situation situation = run.look();
            return writer(situation).statements(situation.state().heldBack());
        });
    }

    private List<Revision> up(Situation situation, String target) {
        List<Revision> way = new ArrayList<>(situation.up(target));
        if (!contracts) {
            way.removeAll(situation.heldBack(target));
        }
        return way;
    }

    /** Takes back what is above a target, and returns it in the order in which it was taken back. */
    public List<Revision> downgrade(String target) {
        return migrating(run -> {
            Situation situation = run.look();
            List<Revision> way = situation.down(target);
            if (!way.isEmpty()) {
                run.rollback(situation.changeSets().of(way).stream()
                        .filter(situation::isRecorded)
                        .toList());
            }
            return way;
        });
    }

    /**
     * Remembers a target and what comes before it as applied, as they are written now, and others as not, without
     * running anything. Returns what is remembered.
     */
    public List<Revision> stamp(String target) {
        return migrating(run -> {
            Situation situation = run.look();
            situation.state().checkKnown();
            Set<Revision> there = new RevisionPath(situation.graph()).upTo(target);
            List<Revision> others = new ArrayList<>(situation.graph().ordered());
            others.removeAll(there);
            run.execute(writer(situation).stamping(there, others));
            return List.copyOf(there);
        });
    }

    /** What {@link #upgrade} would do, as a script for psql. Reads only. */
    public String upgradeScript(String target) {
        return looking(run -> {
            Situation situation = run.look();
            return writer(situation).up(up(situation, target), changeSet -> !isDone(situation, changeSet));
        });
    }

    private static boolean isDone(Situation situation, ChangeSet changeSet) {
        return situation.isRecorded(changeSet) && !changeSet.isRunOnChange();
    }

    /** What {@link #downgrade} would do, as a script for psql. Reads only. */
    public String downgradeScript(String target) {
        return looking(run -> {
            Situation situation = run.look();
            return writer(situation).down(situation.down(target), situation::isRecorded);
        });
    }

    private static ScriptWriter writer(Situation situation) {
        return new ScriptWriter(situation.changeSets(), new PostgresDatabase());
    }

    private <T> T looking(Work<T> work) {
        return connected("the database's revisions cannot be read", (connection, run) -> {
            boolean readOnly = connection.isReadOnly();
            connection.setReadOnly(true);
            try {
                return work.by(run);
            } finally {
                if (!connection.isClosed()) {
                    connection.setReadOnly(readOnly);
                }
            }
        });
    }

    private <T> T migrating(Work<T> work) {
        return connected("the database cannot be migrated", (connection, run) -> {
            return LiquibaseScope.locked(connection, patience, progress::goesOn, () -> work.by(run));
        });
    }

    private <T> T connected(String failure, Connected<T> work) {
        RevisionFiles files = RevisionFiles.of(directory);
        try (Connection connection = connect()) {
            return work.on(connection, new RevisionRun(connection, directory, files, classLoader, patience, progress));
        } catch (SQLException e) {
            throw LiquibaseScope.failure(failure, e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new MigrationException(
                    MigrationError.DATABASE_UNREACHABLE, "no connection for migrations: " + e.getMessage(), e);
        }
    }

    /** What is done with revisions. */
    private interface Work<T> {
        T by(RevisionRun run) throws SQLException;
    }

    /** What is done on a connection. */
    private interface Connected<T> {
        T on(Connection connection, RevisionRun run) throws SQLException;
    }
}
