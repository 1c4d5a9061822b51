// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the database to a revision. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class UpgradeMojo extends AthanorMojo {
    /** The revision, {@code +n} or {@code head}. */
    @SuppressWarnings("NullAway.Init") // Maven sets it
    @Parameter(property = "athanor.to", defaultValue = "head", required = true)
    private String to;

    @Override
    List<String> words() {
        return List.of("upgrade", to);
    }
}
