// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles the project, and writes a revision of what leads from the database to its entities.
 *
 * <pre>{@code mvn athanor:revision -Dathanor.message="new books"}</pre>
 */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RevisionMojo extends AthanorMojo {
    /** What it is for, in a line. */
    @SuppressWarnings("NullAway.Init") // Maven sets it
    @Parameter(property = "athanor.message", required = true)
    private String message;

    /** Whether it is filled, or empty to be written by hand. */
    @Parameter(property = "athanor.autogenerate", defaultValue = "true")
    private boolean autogenerate;

    @Override
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("revision", "-m", message));
        if (autogenerate) {
            words.add("--autogenerate");
        }
        return words;
    }
}
