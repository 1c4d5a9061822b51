// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.model.EntityModel;
import dev.athanor.migrations.revision.OfflineMigrations;
import dev.athanor.migrations.revision.RevisedDatabase;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.migrations.schema.SchemaModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What the settings lead to: revisions, database and model. For one thread. */
final class Project implements AutoCloseable {
    private final Settings settings;
    private final Surroundings surroundings;
    private final Output output;
    private final Databases databases;
    private final URLClassLoader loader;

    Project(Settings settings, Surroundings surroundings, Output output) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.output = output;
        this.databases = new Databases(settings, surroundings);
        this.loader = new URLClassLoader(ClassPath.urls(settings.classPath()), Project.class.getClassLoader());
    }

    Settings settings() {
        return settings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Output output() {
        return output;
    }

    RevisionDirectory directory() {
        return RevisionDirectory.of(settings.directory());
    }

    Databases databases() {
        return databases;
    }

    RevisedDatabase database() {
        return RevisedDatabase.of(databases().configured(), directory())
                .foundBy(loader)
                .waitingAtMost(settings.patience());
    }

    OfflineMigrations offline() {
        return OfflineMigrations.of(directory()).foundBy(loader);
    }

    boolean hasModel() {
        return settings.unit().isPresent();
    }

    /** What the entities want. */
    Wanted wanted(Connection connection) throws SQLException {
        String unit = settings.unit()
                .orElseThrow(() -> new UsageException("nothing says which entities are the model: give --unit and"
                        + " --class-path, or \"unit\" and \"class-path\" in " + Settings.FILE));
        String mainSchema = Databases.mainSchema(connection);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            EntityModel model = EntityModel.of(unit, Map.of("eclipselink.logging.level", "SEVERE"))
                    .in(mainSchema)
                    .named(settings.naming());
            return new Wanted(model.schema(), model.renames());
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new MigrationException(
                    MigrationError.MODEL_INVALID,
                    "the entities of the persistence unit \"" + unit + "\" cannot be read; is the class path complete? "
                            + e,
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What entities say. Immutable.
     *
     * @param schema what they want
     * @param renames what had other names before
     */
    record Wanted(SchemaModel schema, Renames renames) {}
}
