// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.migrations.MigrationException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code mvn -Pseed}: fills the database of {@code mvn -Prun}, or the one that {@code ATHANOR_DB_URL},
 * {@code ATHANOR_DB_USER} and {@code ATHANOR_DB_PASSWORD} name, with demo data of all contexts. Not for databases that
 * others reach: everybody may know the password of its users, of which one is an administrator.
 */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Fills a database with demo data of all contexts; the same data for the same options.")
public final class Seed implements Callable<Integer> {
    /** Loggers whose words are not for people who want data; kept, as loggers are forgotten with their levels. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("liquibase"), Logger.getLogger("org.postgresql"), Logger.getLogger("dev.athanor"));

    private final Map<String, String> environment;
    private final Optional<Path> development;
    private final PrintWriter out;
    private final boolean terminal;

    @Option(names = "--scale", description = "So many times as much of everything (default: 1)")
    private int scale = 1;

    @Option(names = "--users", description = "How many users (50)")
    private @Nullable Integer users;

    @Option(names = "--articles", description = "How many articles, with tags, comments and favourites (200)")
    private @Nullable Integer articles;

    @Option(names = "--products", description = "How many products (60)")
    private @Nullable Integer products;

    @Option(names = "--orders", description = "How many orders (120)")
    private @Nullable Integer orders;

    @Option(names = "--employees", description = "How many employees (60)")
    private @Nullable Integer employees;

    @Option(names = "--students", description = "How many students (80)")
    private @Nullable Integer students;

    @Option(names = "--transfers", description = "How many transfers (300)")
    private @Nullable Integer transfers;

    @Option(names = "--seed", description = "What all chance comes from: another number, other data (default: 1)")
    private long seed = 1;

    @Option(names = "--until", description = "The day on which the data ends (default: ${DEFAULT-VALUE})")
    private LocalDate until = LocalDate.of(2026, 1, 1);

    @Option(names = "--upgrade", description = "Brings the schema up to date before")
    private boolean upgrade;

    @Option(names = "--replace", description = "Deletes all there is in the contexts' tables before")
    private boolean replace;

    private Seed(Map<String, String> environment, Optional<Path> development, PrintWriter out, boolean terminal) {
        this.environment = environment;
        this.development = development;
        this.out = out;
        this.terminal = terminal;
    }

    /** Takes the options that {@code --help} lists. */
    @SuppressWarnings("SystemConsoleNull") // the build starts it with a console that is there only with a terminal
    public static void main(String[] arguments) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Optional<Path> development =
                Optional.ofNullable(System.getProperty("athanor.development")).map(Path::of);
        System.exit(run(arguments, System.getenv(), development, out, System.console() != null));
    }

    /**
     * Gives 0 if all is written, 1 if not, and 2 if it is not clear what is wanted.
     *
     * @param development the folder of {@code mvn -Prun}
     */
    static int run(
            String[] arguments,
            Map<String, String> environment,
            Optional<Path> development,
            PrintWriter out,
            boolean terminal) {
        return new CommandLine(new Seed(environment, development, out, terminal))
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof SeedFailure || failure instanceof MigrationException)) {
                        throw failure;
                    }
                    out.println("\n" + failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        Sizes sizes = sizes();
        Target target = Optional.ofNullable(environment.get("ATHANOR_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> Target.of(environment, url))
                .orElseGet(() -> Target.ofDevelopment(development));
        out.println("Demo data for " + target);
        Progress progress = new Progress(out, terminal);
        DemoData data = new DemoData(target.dataSource(), progress);
        if (upgrade) {
            data.upgrade();
        }
        data.checkSchema();
        if (replace) {
            data.clear();
        }
        data.checkEmpty();
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(ended, progress, data), "interrupted"));
        try {
            data.write(sizes, seed, until.atStartOfDay().toInstant(ZoneOffset.UTC));
        } finally {
            ended.set(true);
        }
        out.println("Log in as admin@example.org, editor@example.org or reader@example.org; the password of all is \""
                + DemoPassword.TEXT + "\".");
        return 0;
    }

    /** What is under way is undone by the database. */
    private static void tell(AtomicBoolean ended, Progress progress, DemoData data) {
        if (!ended.get()) {
            progress.line("Interrupted. " + data.rest());
        }
    }

    private Sizes sizes() {
        Sizes small = Sizes.SMALL.times(scale);
        return new Sizes(
                or(users, small.users()),
                or(articles, small.articles()),
                or(products, small.products()),
                or(orders, small.orders()),
                or(employees, small.employees()),
                or(students, small.students()),
                or(transfers, small.transfers()));
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }
}
