// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Secrets of one checkout's servers: made up at random when first asked for, kept in a file that its owner can read.
 */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final Properties secrets = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Those kept in a file. */
    public static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return secrets;
    }

    /** The secret of this name: 32 bytes in Base64. */
    public synchronized String get(String name) {
        if (!secrets.containsKey(name)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            secrets.setProperty(name, Base64.getEncoder().encodeToString(random));
            store();
        }
        return secrets.getProperty(name);
    }

    private void store() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createFile(
                            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                }
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
