// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.schema.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "diff",
        description = "Show what leads from the database to the entities, or from one database to another.")
final class DiffCommand extends Command {
    @Option(names = "--from", paramLabel = "URL", description = "The database that is to change.")
    @Nullable
    private String from;

    @Option(names = "--to", paramLabel = "URL", description = "The database that is as it should be.")
    @Nullable
    private String to;

    @Mixin
    private RenameOptions renames = new RenameOptions();

    @Option(names = "--sql", description = "Write the statements instead.")
    private boolean sql;

    DiffCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) throws SQLException {
        if (from != null && to != null) {
            return databases(project, from, to);
        }
        if (from != null || to != null) {
            throw new UsageException(
                    "two databases are compared by --from and --to; one without them with the entities");
        }
        try (Connection connection = Databases.connect(project.databases().configured())) {
            Project.Wanted wanted = project.wanted(connection);
            Comparison comparison = Catalog.of(connection)
                    .comparison(wanted.schema(), renames.said(wanted.renames()).droppingAll());
            return shown(project.output(), comparison, Databases.mainSchema(connection));
        }
    }

    private int databases(Project project, String from, String to) throws SQLException {
        try (Connection before = Databases.connect(project.databases().at(from));
                Connection after = Databases.connect(project.databases().at(to))) {
            String mainSchema = Databases.mainSchema(before);
            String other = Databases.mainSchema(after);
            if (!mainSchema.equals(other)) {
                throw new UsageException("the one connection is to schema " + mainSchema + ", the other to " + other
                        + "; choose by ?currentSchema=… in the addresses");
            }
            Set<String> schemas = new TreeSet<>(project.settings().schemas());
            schemas.add(mainSchema);
            Comparison comparison = Comparison.between(
                    read(before, mainSchema, schemas),
                    read(after, mainSchema, schemas),
                    renames.said(Renames.none()).droppingAll());
            Set<String> others = Databases.others(before, schemas);
            others.addAll(Databases.others(after, schemas));
            Differences.notLookedAt(project.output(), others);
            return shown(project.output(), comparison, mainSchema);
        }
    }

    private static SchemaModel read(Connection connection, String mainSchema, Set<String> schemas) {
        return Catalog.of(connection).read(mainSchema, schemas);
    }

    private int shown(Output output, Comparison comparison, String mainSchema) {
        if (sql) {
            output.script(Differences.sql(comparison, mainSchema));
        } else {
            Differences.show(output, comparison, mainSchema);
            if (comparison.changes().isEmpty()) {
                output.line("no differences");
            }
        }
        return comparison.changes().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
    }
}
