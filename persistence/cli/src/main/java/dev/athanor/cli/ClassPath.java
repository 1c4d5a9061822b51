// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Class paths as they are written: folders and jars between commas or as the system has it, jars also by a pattern. */
final class ClassPath {
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n" + Pattern.quote(File.pathSeparator) + "]");

    private ClassPath() {}

    static List<Path> of(String written, Path folder) {
        List<Path> paths = new ArrayList<>();
        for (String each : BETWEEN.split(written, -1)) {
            String entry = each.strip();
            if (entry.isEmpty()) {
                continue;
            }
            if (entry.contains("*")) {
                paths.addAll(matching(entry, folder));
            } else if (Files.exists(folder.resolve(entry))) {
                paths.add(folder.resolve(entry));
            } else {
                throw new UsageException("the class path names " + folder.resolve(entry) + ", which is not there");
            }
        }
        return paths;
    }

    /** Files of one folder; {@code *} alone stands for its jars. */
    private static List<Path> matching(String entry, Path folder) {
        int end = entry.lastIndexOf('/') + 1;
        String name = entry.substring(end);
        Path within = folder.resolve(entry.substring(0, end));
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(within, name.equals("*") ? "*.jar" : name)) {
            found.forEach(paths::add);
        } catch (IOException e) {
            throw new UsageException("the class path names " + within + ", which cannot be read", e);
        }
        if (paths.isEmpty()) {
            throw new UsageException("the class path names " + entry + ", and nothing in " + within + " is called so");
        }
        paths.sort(null);
        return paths;
    }

    static URL[] urls(List<Path> paths) {
        List<URL> urls = new ArrayList<>();
        for (Path path : paths) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UsageException("the class path names " + path + ", which cannot be", e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
