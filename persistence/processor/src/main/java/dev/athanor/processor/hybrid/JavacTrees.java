// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** The trees of javac, where it is what compiles. */
public final class JavacTrees {
    private static final String WRAPPERS = "org.jetbrains.jps.javac.APIWrappers";

    private JavacTrees() {}

    /** Those of a compilation; none, if the compiler is another. */
    public static Optional<Trees> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(Trees.instance(unwrapped(environment)));
        } catch (IllegalArgumentException another) {
            return Optional.empty(); // so Trees says that the environment is none of javac's
        }
    }

    /** IntelliJ wraps what javac gives, and says how to get it. */
    private static ProcessingEnvironment unwrapped(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers = environment.getClass().getClassLoader().loadClass(WRAPPERS);
            return (ProcessingEnvironment) wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
        } catch (ReflectiveOperationException notWrapped) {
            return environment;
        }
    }
}
