// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of one's own, fast rather than durable; loaded for those only who have it on their class path. */
final class EmbeddedServer implements Closeable {
    static final String SUPERUSER = "postgres";

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedServer start() {
        try {
            return new EmbeddedServer(EmbeddedPostgres.builder()
                    .setDataDirectory(folder())
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("max_wal_size", "256MB")
                    .start());
        } catch (IOException e) {
            throw new TestDatabaseException("the PostgreSQL for tests did not start", e);
        }
    }

    /**
     * In memory, where there is room: a database is hundreds of files, and they are copied and deleted for each test.
     */
    private static Path folder() throws IOException {
        boolean roomy = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
        return roomy ? Files.createTempDirectory(MEMORY, "epg") : Files.createTempDirectory("epg");
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
