// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "init", description = "Make a folder for revisions, and settings if there are none.")
final class InitCommand extends Command {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The folder; that of the settings if not said.")
    private String folder = "";

    InitCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(Project project) {
        if (!folder.isEmpty()) {
            options().directory = folder;
        }
        project.directory().create();
        Path made = project.directory().folder();
        project.output().line("made " + made);
        project.output().put("directory", made.toString());
        settings(project);
        return ExitCode.OK;
    }

    private void settings(Project project) {
        Path file =
                surroundings().folder().resolve(options().config == null ? Path.of(Settings.FILE) : options().config);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, template(file, project.directory().folder()), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + e.getMessage(), e);
        }
        project.output().line("made " + file + "; say there which database and which entities");
        project.output().put("settings", file.toString());
    }

    private static String template(Path file, Path folder) {
        Path from = file.toAbsolutePath().normalize().getParent();
        Path absolute = folder.toAbsolutePath().normalize();
        String relative =
                (from == null ? absolute : from.relativize(absolute)).toString().replace('\\', '/');
        return """
                # Settings of Athanor's migrations. Options win over the environment, which wins over this file.

                # Where the revisions are
                directory = %s

                # The database: ATHANOR_DB_URL, ATHANOR_DB_USER and ATHANOR_DB_PASSWORD say it, too.
                # url = jdbc:postgresql://localhost:5432/name
                # user = name

                # The entities: a unit of META-INF/persistence.xml, and where it and its classes are
                # unit = name
                # class-path = target/classes, target/lib/*.jar

                # Schemas besides the connection's own and the model's
                # schemas = billing, stock
                """.formatted(relative);
    }
}
