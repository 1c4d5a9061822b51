// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Keeps the {@link TestServer} for as long as tests are run; unit tests have none. */
public final class TestServerSession implements LauncherSessionListener {
    private static Optional<TestServer> current = Optional.empty();

    /** The server of this run. */
    public static TestServer server() {
        return current.orElseThrow(() -> new IllegalStateException("these tests have no server"));
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("athanor.it.folder") != null) {
            current = Optional.of(KeptServer.isWanted() ? KeptServer.find() : TestServer.make(folder()));
            current.ifPresent(TestServer::announced);
        }
    }

    private static Path folder() {
        return Path.of(TestServer.property("folder"));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        current.ifPresent(TestServer::close);
    }
}
