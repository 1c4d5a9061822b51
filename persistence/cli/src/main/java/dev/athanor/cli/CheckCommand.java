// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.lint.Finding;
import dev.athanor.migrations.revision.DatabaseRevisions;
import dev.athanor.migrations.revision.Revision;
import dev.athanor.migrations.revision.RevisionDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "check",
        description =
                "Check that the revisions fit together, that the database has them as they are written, and that it is"
                        + " what the entities want. For builds.")
final class CheckCommand extends Command {
    @Option(names = "--fix-list", description = "Write the list of the revisions, changelog.yaml, anew before.")
    private boolean fixList;

    @Option(names = "--no-lint", description = "Do not look at what the revisions do to a database in use.")
    private boolean noLint;

    @Option(names = "--contract", description = "Miss what is held back, too.")
    private boolean contract;

    @Mixin
    private LintOptions lint = new LintOptions();

    private final List<Map<String, Object>> problems = new ArrayList<>();

    CheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) throws SQLException {
        RevisionDirectory directory = project.directory();
        if (fixList) {
            directory.list();
        }
        directory.problem().ifPresent(text -> problem("list", text + "; \"athanor check --fix-list\" writes it anew"));
        List<Revision> heads = directory.graph().heads();
        if (heads.size() > 1) {
            problem(
                    "heads",
                    "branches are not joined: "
                            + String.join(
                                    ", ",
                                    heads.stream().map(Revision::description).toList()));
        }
        DatabaseRevisions state = project.database().state();
        database(state);
        heldBack(project.output(), state);
        if (!noLint && directory.problem().isEmpty()) {
            lint(project);
        }
        if (project.hasModel()) {
            model(
                    project,
                    contract || state.heldBack().isEmpty()
                            ? List.of()
                            : project.database().heldBackStatements());
        } else {
            project.output().remark("the entities were not looked at, as no unit is said");
        }
        problems.forEach(problem -> project.output().line(project.output().red("✗ ") + problem.get("text")));
        project.output().put("ok", problems.isEmpty());
        project.output().put("problems", problems);
        if (problems.isEmpty()) {
            project.output().line(project.output().green("all is well"));
        }
        return problems.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void database(DatabaseRevisions state) {
        state.pending().stream()
                .filter(revision -> contract || !state.heldBack().contains(revision))
                .forEach(revision -> problem("pending", "not applied: " + revision.description()));
        state.partly().forEach(revision -> problem("partly", "partly applied: " + revision.description()));
        state.altered().forEach(changeSet -> problem("altered", "edited after it was applied: " + changeSet));
        state.unknown().forEach(id -> problem("unknown", "the database has " + id + ", which is not in the directory"));
    }

    /** No problem: the entities are compared with what the database will be after it. */
    private void heldBack(Output output, DatabaseRevisions state) {
        List<Revision> heldBack = contract ? List.of() : state.heldBack();
        heldBack.forEach(revision -> output.line("held back: " + output.described(revision)));
        output.put("heldBack", Output.objects(heldBack));
    }

    private void lint(Project project) {
        List<Finding> findings = lint.findings(project.directory());
        LintOptions.show(
                project.output(),
                findings.stream().filter(finding -> !LintOptions.fails(finding)).toList());
        findings.stream().filter(LintOptions::fails).forEach(finding -> problem("lint", LintOptions.text(finding)));
    }

    private void model(Project project, List<String> toCome) throws SQLException {
        try (Connection connection = Databases.connect(project.databases().configured())) {
            Project.Wanted wanted = project.wanted(connection);
            Comparison comparison = Catalog.of(connection)
                    .comparison(wanted.schema(), wanted.renames().droppingAll(), toCome);
            comparison
                    .changes()
                    .forEach(change ->
                            problem("model", "the entities want what the database has not: " + change.description()));
            Differences.notCompared(project.output(), comparison.notCompared());
        }
    }

    private void problem(String kind, String text) {
        problems.add(Map.of("kind", kind, "text", text));
    }
}
