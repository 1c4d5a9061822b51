// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs a command of the command line.
 *
 * <pre>{@code mvn process-classes athanor:run -Dathanor.command="revision -m 'new books' --autogenerate"}</pre>
 */
@Mojo(name = "run", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class RunMojo extends AthanorMojo {
    /** The command with its options, as after {@code athanor} in a shell. */
    @SuppressWarnings("NullAway.Init") // Maven sets it
    @Parameter(property = "athanor.command", required = true)
    private String command;

    @Override
    List<String> words() {
        return Arguments.words(command);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (words().isEmpty()) {
            throw new MojoFailureException("-Dathanor.command is empty; \"help\" shows what there is");
        }
        super.execute();
    }
}
