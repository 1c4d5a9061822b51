// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands have in common. For one use by one thread. */
abstract class Command implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    private final Surroundings surroundings;

    Command(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Options options() {
        return options;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Integer call() throws SQLException {
        Output output = Output.of(options, surroundings);
        try (Project project = new Project(Settings.of(options, surroundings), surroundings, output)) {
            int code = run(project);
            output.finish();
            return code;
        }
    }

    /** Does it, and returns the exit code. */
    abstract int run(Project project) throws SQLException;
}
