// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails the build if the entities and the revisions have parted, or a revision is not as it should be. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CheckMojo extends AthanorMojo {
    @Override
    List<String> words() {
        return List.of("check");
    }
}
