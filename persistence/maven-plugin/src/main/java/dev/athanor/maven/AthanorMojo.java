// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import dev.athanor.cli.Athanor;
import dev.athanor.cli.Surroundings;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A command within a project: its folder, its class path, and the database that it is told. */
abstract class AthanorMojo extends AbstractMojo {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    @SuppressWarnings("NullAway.Init") // Maven sets it
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Does nothing. */
    @Parameter(property = "athanor.skip")
    private boolean skip;

    /** The database; else as {@code ATHANOR_DB_URL} or {@code athanor.properties} says. */
    @Parameter(property = "athanor.url")
    private @Nullable String url;

    /** Its user. */
    @Parameter(property = "athanor.user")
    private @Nullable String user;

    /** The user's password. */
    @Parameter(property = "athanor.password")
    private @Nullable String password;

    /** The persistence unit; else as {@code athanor.properties} says. */
    @Parameter(property = "athanor.unit")
    private @Nullable String unit;

    /** The folder of the revisions; else as {@code athanor.properties} says. */
    @Parameter(property = "athanor.directory")
    private @Nullable String directory;

    /** What to run, in words. */
    abstract List<String> words();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int code = quietly(arguments(), surroundings(new PrintWriter(out), new PrintWriter(error)));
        tell(out, getLog()::info);
        tell(error, code == 0 ? getLog()::info : getLog()::error);
        if (code != 0) {
            throw new MojoFailureException("athanor " + String.join(" ", words()) + " ended with " + code + ": "
                    + error.toString().strip());
        }
    }

    /** Without Liquibase's own words about each step. */
    private static int quietly(String[] arguments, Surroundings surroundings) {
        Level before = LIQUIBASE.getLevel();
        LIQUIBASE.setLevel(Level.OFF);
        try {
            return Athanor.run(arguments, surroundings);
        } finally {
            LIQUIBASE.setLevel(before);
        }
    }

    private static void tell(StringWriter text, Consumer<CharSequence> log) {
        text.toString().lines().forEach(log);
    }

    /** Options that are not said are those of {@code athanor.properties}. */
    private String[] arguments() throws MojoExecutionException {
        Arguments arguments = new Arguments(words());
        arguments.option("--class-path", String.join(File.pathSeparator, classPath()));
        arguments.option("--unit", unit);
        arguments.option("--directory", directory);
        return arguments.all();
    }

    private Set<String> classPath() throws MojoExecutionException {
        try {
            Set<String> elements = new LinkedHashSet<>(project.getCompileClasspathElements());
            elements.addAll(project.getRuntimeClasspathElements());
            elements.removeIf(element -> !new File(element).exists());
            return elements;
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the project's class path is not known", e);
        }
    }

    private Surroundings surroundings(PrintWriter out, PrintWriter error) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        put(environment, "ATHANOR_DB_URL", url);
        put(environment, "ATHANOR_DB_USER", user);
        put(environment, "ATHANOR_DB_PASSWORD", password);
        Path folder = project.getBasedir().toPath();
        return Surroundings.of(folder, environment, out, error);
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }
}
