// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static dev.athanor.migrations.schema.Identifiers.literal;

import java.time.Clock;
import java.util.Optional;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import org.jspecify.annotations.Nullable;

/** Statements on the table in which Liquibase remembers what was applied, as it would write them. Immutable. */
final class ChangeLogTable {
    /** As Liquibase makes it. */
    static final String CREATED = """
            create table if not exists databasechangelog (
              id varchar(255) not null,
              author varchar(255) not null,
              filename varchar(255) not null,
              dateexecuted timestamp not null,
              orderexecuted int not null,
              exectype varchar(10) not null,
              md5sum varchar(35),
              description varchar(255),
              comments varchar(255),
              tag varchar(255),
              liquibase varchar(20),
              contexts varchar(255),
              labels varchar(255),
              deployment_id varchar(10)
            )""";

    private static final int LONGEST = 250;
    private static final int DEPLOYMENT_DIGITS = 10;

    private final String deployment;

    ChangeLogTable(Clock clock) {
        String millis = String.valueOf(clock.millis());
        this.deployment = millis.substring(Math.max(0, millis.length() - DEPLOYMENT_DIGITS));
    }

    /** Remembers one, if it is not remembered yet. */
    String recorded(ChangeSet changeSet) {
        return """
                insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum,
                    description, comments, tag, liquibase, contexts, labels, deployment_id)
                  select %s, now(), coalesce(max(orderexecuted), 0) + 1, 'EXECUTED', %s,
                    %s, %s, %s, %s, %s, %s, %s
                  from databasechangelog
                  having count(*) filter (where %s) = 0""".formatted(
                        literal(changeSet.getId()) + ", " + literal(changeSet.getAuthor()) + ", "
                                + literal(changeSet.getFilePath()),
                        literal(sum(changeSet).toString()),
                        text(changeSet.getDescription()),
                        text(Optional.ofNullable(changeSet.getComments())
                                .map(String::strip)
                                .orElse("")),
                        text(MarkChangeSetRanGenerator.getTagFromChangeset(changeSet)),
                        text(MarkChangeSetRanGenerator.getLiquibaseBuildVersion()),
                        text(changeSet.buildFullContext()),
                        text(changeSet.buildFullLabels()),
                        literal(deployment),
                        is(changeSet));
    }

    /** Forgets one. */
    String forgotten(ChangeSet changeSet) {
        return "delete from databasechangelog where " + is(changeSet);
    }

    /** Forgets all of a revision. */
    String forgotten(Revision revision) {
        return "delete from databasechangelog where filename = " + literal(revision.id());
    }

    /** Remembers its text as it is now. */
    String renewed(ChangeSet changeSet) {
        String sum = literal(sum(changeSet).toString());
        return "update databasechangelog set md5sum = " + sum + " where " + is(changeSet) + " and md5sum <> " + sum;
    }

    private static CheckSum sum(ChangeSet changeSet) {
        return changeSet.generateCheckSum(ChecksumVersion.latest());
    }

    private static String is(ChangeSet changeSet) {
        return "id = " + literal(changeSet.getId()) + " and author = " + literal(changeSet.getAuthor())
                + " and filename = " + literal(changeSet.getFilePath());
    }

    /** Liquibase shortens in this way. */
    private static String text(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        return literal(text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text);
    }
}
