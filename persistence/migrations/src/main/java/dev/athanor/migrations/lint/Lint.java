// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.internal.OwnScope;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Looks at what a changelog does to a database in use: what is lost, who has to wait, what breaks. It reads the
 * statements that Liquibase would run, and needs no database.
 *
 * <pre>{@code
 * List<Finding> findings = Lint.in(Path.of("src/main/resources")).findings("db/changelog.yaml");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Lint {
    private final Resources resources;

    private Lint(Resources resources) {
        this.resources = Objects.requireNonNull(resources, "resources");
    }

    /** Of changelogs below a folder. */
    public static Lint in(Path folder) {
        return new Lint(() -> new DirectoryResourceAccessor(folder));
    }

    /** Of changelogs that a class loader finds. */
    public static Lint foundBy(ClassLoader classLoader) {
        return new Lint(() -> new ClassLoaderResourceAccessor(classLoader));
    }

    /**
     * What there is to say of a changelog and all that it includes, in the order in which it is run. What earlier
     * change sets did is known to later ones.
     */
    @SuppressWarnings("try") // it is not interrupted
    public List<Finding> findings(String changelog) {
        try (ResourceAccessor accessor = resources.open()) {
            Map<String, Object> scope = Map.of(
                    Scope.Attr.resourceAccessor.name(),
                    accessor,
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    "liquibase.analytics.enabled",
                    false);
            return OwnScope.run(scope, () -> findings(changelog, accessor));
        } catch (MigrationException e) {
            throw e;
        } catch (Exception e) {
            throw unreadable(changelog, e);
        }
    }

    private static MigrationException unreadable(String changelog, Exception error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new MigrationException(
                MigrationError.CHANGELOG_UNREADABLE,
                "the changelog \"" + changelog + "\" cannot be read: " + cause.getMessage(),
                error);
    }

    private static List<Finding> findings(String changelog, ResourceAccessor accessor) throws LiquibaseException {
        StatementSource source = new StatementSource(accessor);
        DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                .getParser(changelog, accessor)
                .parse(changelog, new ChangeLogParameters(source.database()), accessor);
        KnownSchema known = new KnownSchema();
        List<Finding> findings = new ArrayList<>();
        for (ChangeSet changeSet : parsed.getChangeSets()) {
            findings.addAll(new Examination(changeSet, source.of(changeSet), known).findings(source.database()));
        }
        return List.copyOf(findings);
    }

    /** Where files are. */
    private interface Resources {
        ResourceAccessor open() throws FileNotFoundException;
    }
}
