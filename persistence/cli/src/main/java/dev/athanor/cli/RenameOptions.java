// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.compare.RenameCandidate;
import dev.athanor.migrations.compare.Renames;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What became of tables and columns that are gone. */
final class RenameOptions {
    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or a column has another name: book=volume, book.title=book.name.")
    private List<String> renames = List.of();

    @Option(names = "--drop", paramLabel = "NAME", description = "A table or a column is gone, whatever is like it.")
    private List<String> drops = List.of();

    @Option(names = "--drop-all", description = "So is everything else.")
    private boolean dropAll;

    /** With what was said by options. */
    Renames said(Renames declared) {
        Renames answers = declared;
        for (String rename : renames) {
            answers = answers.renaming(rename);
        }
        for (String drop : drops) {
            answers = answers.dropping(drop);
        }
        return answers;
    }

    /** The same; of the rest somebody is asked who is looking, or nobody. */
    Renames answers(Renames declared, Project project) {
        if (dropAll) {
            return said(declared).droppingAll();
        }
        boolean asked = project.surroundings().terminal() && !project.output().isJson();
        return asked ? said(declared).asking(candidates -> ask(candidates, project)) : said(declared);
    }

    private static Optional<RenameCandidate> ask(List<RenameCandidate> candidates, Project project) {
        Output output = project.output();
        output.remark(candidates.get(0).from() + " is gone. What became of it?");
        output.remark("  0  nothing: it is dropped");
        for (int number = 1; number <= candidates.size(); number++) {
            RenameCandidate candidate = candidates.get(number - 1);
            output.remark("  " + number + "  " + candidate.to() + " (" + candidate.percent() + " % alike)");
        }
        while (true) {
            String answer = project.surroundings()
                    .answers()
                    .line("> ")
                    .orElseThrow(() -> new UsageException("nobody says what became of "
                            + candidates.get(0).from() + "; say it by --rename or --drop"))
                    .strip();
            for (int number = 0; number <= candidates.size(); number++) {
                if (answer.equals(String.valueOf(number))) {
                    return number == 0 ? Optional.empty() : Optional.of(candidates.get(number - 1));
                }
            }
            output.remark("a number from 0 to " + candidates.size());
        }
    }
}
