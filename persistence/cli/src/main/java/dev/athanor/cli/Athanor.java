// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.migrations.MigrationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/**
 * The command line.
 *
 * <pre>{@code
 * int exitCode = Athanor.run(new String[] {"upgrade", "head"}, Surroundings.of(folder, Map.of(), out, error));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Athanor {
    /** Loggers whose words are not for people who migrate; kept, as loggers are forgotten with their levels. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("liquibase"), Logger.getLogger("org.postgresql"));

    private Athanor() {}

    /** Of a process. */
    public static void main(String[] arguments) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        System.exit(run(arguments, Surroundings.ofProcess()));
    }

    /** Runs a command, and returns its exit code. */
    public static int run(String[] arguments, Surroundings surroundings) {
        CommandLine line = new CommandLine(new AthanorCommand());
        List.of(
                        new InitCommand(surroundings),
                        new RevisionCommand(surroundings),
                        new UpgradeCommand(surroundings),
                        new DowngradeCommand(surroundings),
                        new CurrentCommand(surroundings),
                        new HistoryCommand(surroundings),
                        new HeadsCommand(surroundings),
                        new ShowCommand(surroundings),
                        new StampCommand(surroundings),
                        new CheckCommand(surroundings),
                        new LintCommand(surroundings),
                        new DiffCommand(surroundings),
                        new MergeCommand(surroundings))
                .forEach(line::addSubcommand);
        line.getSubcommands().forEach((name, command) -> {
            addHelp(command);
            command.setUnmatchedOptionsArePositionalParams(name.equals("downgrade")); // -1 is a target
        });
        addHelp(line);
        line.setOut(surroundings.out());
        line.setErr(surroundings.error());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.terminal() ? Ansi.AUTO : Ansi.OFF));
        line.setExecutionExceptionHandler(handler(surroundings));
        line.setParameterExceptionHandler(usageHandler(arguments, surroundings));
        return line.execute(arguments);
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).version(version());
    }

    private static String version() {
        return "athanor "
                + Optional.ofNullable(Athanor.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)");
    }

    private static IExecutionExceptionHandler handler(Surroundings surroundings) {
        return (error, line, parsed) -> {
            Options options = line.getCommand() instanceof Command command ? command.options() : new Options();
            Output output = Output.of(options, surroundings);
            int code = report(output, error);
            output.finish();
            if (options.verbose) {
                error.printStackTrace(surroundings.error());
            } else if (code == ExitCode.UNEXPECTED) {
                output.remark("--verbose shows more");
            }
            surroundings.error().flush();
            return code;
        };
    }

    private static int report(Output output, Exception error) {
        if (error instanceof MigrationException known) {
            output.error(known.code().name(), known.getMessage());
            return ExitCode.of(known.code());
        }
        if (error instanceof UsageException) {
            output.error("USAGE", String.valueOf(error.getMessage()));
            return ExitCode.USAGE;
        }
        if (error instanceof SQLException sql) {
            return report(output, LiquibaseScope.failure("the database does not answer as it should", sql));
        }
        output.error("UNEXPECTED", error.toString());
        return ExitCode.UNEXPECTED;
    }

    private static IParameterExceptionHandler usageHandler(String[] arguments, Surroundings surroundings) {
        return (ParameterException error, String[] ignored) -> {
            Output output = new Output(surroundings, List.of(arguments).contains("--json"), false);
            output.error("USAGE", String.valueOf(error.getMessage()));
            output.finish();
            if (!output.isJson()) {
                error.getCommandLine().usage(surroundings.error());
            }
            return ExitCode.USAGE;
        };
    }
}
