// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.changelog.Changelog;
import dev.athanor.migrations.changelog.OnlineChangelog;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionDirectory;
import dev.athanor.migrations.revision.RevisionGraph;
import dev.athanor.migrations.schema.SchemaModel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(name = "revision", description = "Write a revision.")
final class RevisionCommand extends Command {
    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "What it is for, in a line.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "The head that it comes after, if there are several.")
    private String head = "";

    @Option(
            names = "--online",
            description =
                    "Write it for a database in use: in steps that keep nobody waiting, and what servers of the old"
                            + " version still need in a second revision.")
    private boolean online;

    @Mixin
    private RenameOptions renames = new RenameOptions();

    @ArgGroup
    private Content content = new Content();

    RevisionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) throws SQLException {
        if (message.isBlank()) {
            throw new UsageException("a revision needs a message that says what it is for");
        }
        RevisionDirectory directory = project.directory();
        List<Revision> parents = parents(directory.graph());
        if (content.autogenerate) {
            return autogenerate(project, parents);
        }
        if (content.baseline) {
            return baseline(project, parents);
        }
        if (content.changelog != null) {
            Path changelog = project.surroundings().folder().resolve(content.changelog);
            written(project, directory.addFrom(message, parents, changelog));
            return ExitCode.OK;
        }
        written(project, directory.addEmpty(message, parents, project.settings().author()));
        return ExitCode.OK;
    }

    private List<Revision> parents(RevisionGraph graph) {
        if (!head.isEmpty()) {
            Revision named = graph.find(head);
            if (!graph.heads().contains(named)) {
                throw new UsageException("revision " + named.description() + " is no head: others come after it");
            }
            return List.of(named);
        }
        return graph.ordered().isEmpty() ? List.of() : List.of(graph.head());
    }

    private int autogenerate(Project project, List<Revision> parents) throws SQLException {
        project.database().checkAtHead();
        try (Connection connection = Databases.connect(project.databases().configured())) {
            Project.Wanted wanted = project.wanted(connection);
            Comparison comparison =
                    Catalog.of(connection).comparison(wanted.schema(), renames.answers(wanted.renames(), project));
            return write(project, comparison, parents, Databases.mainSchema(connection));
        }
    }

    /** What makes what is there. */
    private int baseline(Project project, List<Revision> parents) throws SQLException {
        if (!parents.isEmpty()) {
            throw new MigrationException(
                    MigrationError.NOT_AT_HEAD,
                    "a baseline is the first revision, and there are others: "
                            + parents.get(0).description());
        }
        try (Connection connection = Databases.connect(project.databases().configured())) {
            String mainSchema = Databases.mainSchema(connection);
            Set<String> schemas = new TreeSet<>(project.settings().schemas());
            schemas.add(mainSchema);
            Differences.notLookedAt(project.output(), Databases.others(connection, schemas));
            SchemaModel there = Catalog.of(connection).read(mainSchema, schemas);
            return write(project, Comparison.between(nothing(there), there), parents, mainSchema);
        }
    }

    /** The main schema is made with the database. */
    private static SchemaModel nothing(SchemaModel there) {
        return new SchemaModel(
                there.mainSchema(), Set.of(there.mainSchema()), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private int write(Project project, Comparison comparison, List<Revision> parents, String mainSchema) {
        Output output = project.output();
        output.put(
                "changes",
                comparison.changes().stream().map(Change::description).toList());
        Differences.notCompared(output, comparison.notCompared());
        if (comparison.changes().isEmpty()) {
            output.line("nothing to do");
            output.put("revision", null);
            return ExitCode.OK;
        }
        comparison.changes().forEach(change -> output.line("  " + change.description()));
        if (online) {
            online(project, comparison, parents);
            return ExitCode.OK;
        }
        String changelog = Changelog.of(comparison)
                .in(mainSchema)
                .by(project.settings().author())
                .yaml();
        written(project, project.directory().add(message, parents, changelog));
        if (content.baseline) {
            output.line("\"athanor stamp head\" has the database remember it as applied");
        }
        return ExitCode.OK;
    }

    private void online(Project project, Comparison comparison, List<Revision> parents) {
        OnlineChangelog changelog =
                OnlineChangelog.of(comparison).by(project.settings().author());
        Optional<String> contract = changelog.contract();
        String expand = changelog.expand();
        List<Revision> before = parents;
        if (!expand.contains("- changeSet:")) {
            project.output().line("all of it is for when no server of the old version runs any more");
        } else {
            Revision first = project.directory().add(message, parents, expand);
            written(project, first);
            before = List.of(first);
        }
        if (contract.isPresent()) {
            Revision later = project.directory().add(message + ", afterwards", before, contract.get());
            String file = project.directory().file(later).toString();
            project.output().line("wrote " + file + ", for when no server of the old version runs any more");
            project.output().put("afterwards", Output.object(later));
        }
    }

    static void written(Project project, Revision revision) {
        String file = project.directory().file(revision).toString();
        project.output().line("wrote " + file);
        project.output().put("revision", Output.object(revision));
        project.output().put("file", file);
    }

    /** One of them. */
    private static final class Content {
        @Option(names = "--autogenerate", description = "Fill it with what leads from the database to the entities.")
        private boolean autogenerate;

        @Option(names = "--baseline", description = "Fill it with what makes what the database has.")
        private boolean baseline;

        @Option(
                names = "--from",
                paramLabel = "CHANGELOG",
                description = "Fill it with the change sets of a changelog that is no revision.")
        private @Nullable Path changelog;
    }
}
