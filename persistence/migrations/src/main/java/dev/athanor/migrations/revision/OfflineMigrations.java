// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Scripts that lead from one revision to another, without a database.
 *
 * <pre>{@code String script = OfflineMigrations.of(directory).upgrade("base", "head"); }</pre>
 *
 * <p>They have a transaction for each change set, and keep Liquibase's table. Immutable and thread-safe.
 */
public final class OfflineMigrations {
    private final RevisionDirectory directory;
    private final ClassLoader classLoader;

    private OfflineMigrations(RevisionDirectory directory, ClassLoader classLoader) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
    }

    /** By the revisions of a directory. */
    public static OfflineMigrations of(RevisionDirectory directory) {
        return new OfflineMigrations(directory, Thread.currentThread().getContextClassLoader());
    }

    /** The same, with classes that change sets name found by this class loader. */
    public OfflineMigrations foundBy(ClassLoader classLoader) {
        return new OfflineMigrations(directory, classLoader);
    }

    /** Of a database that has {@code from}. */
    public String upgrade(String from, String to) {
        RevisionPath path = new RevisionPath(directory.graph());
        List<Revision> way = path.up(path.upTo(from), to);
        return writing(writer -> writer.up(way, changeSet -> true));
    }

    /** Of a database that has {@code from}. */
    public String downgrade(String from, String to) {
        RevisionPath path = new RevisionPath(directory.graph());
        List<Revision> way = path.down(path.upTo(from), to);
        return writing(writer -> writer.down(way, changeSet -> true));
    }

    /** Of any database, which is told to have a revision and what comes before it, and nothing else. */
    public String stamp(String to) {
        RevisionGraph graph = directory.graph();
        Set<Revision> there = new RevisionPath(graph).upTo(to);
        List<Revision> others = new ArrayList<>(graph.ordered());
        others.removeAll(there);
        return writing(writer -> writer.stamp(there, others));
    }

    /** Of a database that has all that comes before a revision: what that one does. */
    public String only(Revision revision) {
        return writing(writer -> writer.up(List.of(revision), changeSet -> true));
    }

    private String writing(Function<ScriptWriter, String> script) {
        RevisionFiles files = RevisionFiles.of(directory);
        return LiquibaseScope.offline(
                files,
                classLoader,
                database -> script.apply(new ScriptWriter(ChangeSets.parse(directory, database, files), database)));
    }
}
