// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.nio.file.Path;
import java.util.Optional;

/** Ends the build before it deploys anything under a development server that is running. */
public final class RefuseSecondStart {
    private RefuseSecondStart() {}

    /** Takes the folder of server and data. */
    public static void main(String[] arguments) {
        Optional<InstanceLock> lock = InstanceLock.take(Path.of(arguments[0]));
        lock.ifPresentOrElse(InstanceLock::release, () -> {
            System.err.println("\n" + InstanceLock.TAKEN + "\n");
            System.exit(1);
        });
    }
}
