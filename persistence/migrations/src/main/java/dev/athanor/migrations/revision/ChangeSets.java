// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/** The change sets of revisions, as Liquibase reads them. Immutable. */
final class ChangeSets {
    private final Map<String, List<ChangeSet>> byRevision;

    private ChangeSets(Map<String, List<ChangeSet>> byRevision) {
        this.byRevision = byRevision;
    }

    /** Within Liquibase's scope. */
    static ChangeSets parse(RevisionDirectory directory, Database database, ResourceAccessor resources) {
        Map<String, List<ChangeSet>> byRevision = new LinkedHashMap<>();
        directory.names().forEach((id, file) -> byRevision.put(id, parsed(id, file, database, resources)));
        return new ChangeSets(byRevision);
    }

    private static List<ChangeSet> parsed(String id, String file, Database database, ResourceAccessor resources) {
        try {
            DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                    .getParser(file, resources)
                    .parse(file, new ChangeLogParameters(database), resources);
            List<ChangeSet> changeSets = parsed.getChangeSets().stream()
                    .filter(changeSet -> !changeSet.isIgnore() && !changeSet.isInheritableIgnore())
                    .filter(changeSet -> DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true))
                    .toList();
            check(id, file, changeSets);
            return changeSets;
        } catch (LiquibaseException e) {
            throw new MigrationException(
                    MigrationError.CHANGELOG_UNREADABLE,
                    "the revision \"" + file + "\" cannot be read: " + LiquibaseScope.innermost(e),
                    e);
        }
    }

    private static void check(String id, String file, List<ChangeSet> changeSets) {
        if (changeSets.isEmpty()) {
            throw new MigrationException(
                    MigrationError.REVISIONS_INVALID,
                    file
                            + " has no change set, by which one would know that it was applied; one with \"empty: {}\" will do");
        }
        for (ChangeSet changeSet : changeSets) {
            if (!id.equals(changeSet.getFilePath())) {
                throw new MigrationException(
                        MigrationError.REVISIONS_INVALID,
                        file + " has the change set " + changeSet.getId() + " of \"" + changeSet.getFilePath()
                                + "\"; its \"logicalFilePath\" must be the revision, \"" + id + "\"");
            }
        }
    }

    List<ChangeSet> of(Revision revision) {
        return byRevision.getOrDefault(revision.id(), List.of());
    }

    /** Of revisions, one after the other. */
    List<ChangeSet> of(Collection<Revision> revisions) {
        List<ChangeSet> all = new ArrayList<>();
        revisions.forEach(revision -> all.addAll(of(revision)));
        return all;
    }
}
