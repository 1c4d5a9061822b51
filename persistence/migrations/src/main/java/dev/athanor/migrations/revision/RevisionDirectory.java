// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of revisions: a file for each, and {@code changelog.yaml}, which includes them for Liquibase.
 *
 * <pre>{@code
 * RevisionDirectory revisions = RevisionDirectory.of(Path.of("src/main/resources/db"));
 * revisions.create();
 * revisions.add("The first tables", List.of(), Changelog.of(comparison).by("ada").yaml());
 * }</pre>
 *
 * <p>Files are read whenever something is asked. Thread-safe, as far as others leave the folder alone.
 */
public final class RevisionDirectory {
    /** The name of the file that includes all revisions. */
    public static final String LIST = MasterChangelog.NAME;

    /** Two branches both add a line to the list: both are wanted. */
    private static final String ATTRIBUTES = MasterChangelog.NAME + " merge=union\n";

    private final Path folder;

    private RevisionDirectory(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /** The one in a folder. */
    public static RevisionDirectory of(Path folder) {
        return new RevisionDirectory(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Whether it was made. */
    public boolean exists() {
        return Files.isRegularFile(master());
    }

    /** Makes it, empty. */
    public void create() {
        if (exists()) {
            throw new MigrationException(
                    MigrationError.DIRECTORY_UNUSABLE, "there are revisions in " + folder + " already");
        }
        try {
            Files.createDirectories(folder);
            List<Path> others = changelogs();
            if (!others.isEmpty()) {
                throw new MigrationException(
                        MigrationError.DIRECTORY_UNUSABLE,
                        folder + " has other changelogs (" + others.get(0).getFileName()
                                + "); revisions need a folder of their own");
            }
            Files.writeString(master(), MasterChangelog.of(List.of()).text(), StandardOpenOption.CREATE_NEW);
            Path attributes = folder.resolve(".gitattributes");
            if (!Files.exists(attributes)) {
                Files.writeString(attributes, ATTRIBUTES, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw unusable("cannot be made", e);
        }
    }

    /** The revisions. */
    public RevisionGraph graph() {
        return RevisionGraph.of(files().values());
    }

    /** Where a revision is written. */
    public Path file(Revision revision) {
        return files().entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(revision.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        MigrationError.REVISION_UNKNOWN,
                        "revision " + revision.description() + " has no file in " + folder));
    }

    /** What is wrong with the list that Liquibase and servers read, if something is. */
    public Optional<String> problem() {
        Map<String, Revision> byFile = new LinkedHashMap<>();
        files().forEach((file, revision) -> byFile.put(name(file), revision));
        return listed().problem(RevisionGraph.of(byFile.values()), byFile);
    }

    /** Adds a revision without changes, to be filled by somebody. */
    public Revision addEmpty(String message, List<Revision> parents, String author) {
        return add(message, parents, RevisionText.toBeWritten(author));
    }

    /** Adds a revision that joins others, and changes nothing. */
    public Revision addMerge(String message, List<Revision> parents, String author) {
        return add(message, parents, RevisionText.joining(author));
    }

    /**
     * Adds a revision with the change sets of a changelog that is none, and the comments above them. That file stays as
     * it is.
     */
    public Revision addFrom(String message, List<Revision> parents, Path changelog) {
        try {
            return add(message, parents, RevisionText.adopted(changelog, Files.readString(changelog)));
        } catch (IOException e) {
            throw new MigrationException(
                    MigrationError.DIRECTORY_UNUSABLE,
                    changelog + " cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * Adds a revision.
     *
     * @param message what it is for, in a line
     * @param parents what it comes after
     * @param changelog a changelog with change sets, as {@link dev.athanor.migrations.changelog.Changelog} writes them
     */
    public Revision add(String message, List<Revision> parents, String changelog) {
        Revision revision = new Revision(
                newId(),
                parents.stream().map(Revision::id).toList(),
                message,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        listed();
        graph();
        Path file = folder.resolve(revision.fileName());
        try {
            Files.writeString(file, RevisionText.of(revision, changelog), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw unusable("cannot be written to", e);
        }
        try {
            list();
        } catch (MigrationException e) {
            takeBack(file, e);
            throw e;
        }
        return revision;
    }

    private static void takeBack(Path file, MigrationException error) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }

    /** Writes the list that Liquibase and servers read, anew, as the files are. */
    public void list() {
        listed();
        try {
            writeList();
        } catch (IOException e) {
            throw unusable("cannot be written to", e);
        }
    }

    /** The names of the files by their revisions' ids, in the order of these. */
    Map<String, String> names() {
        Map<Path, Revision> files = files();
        Map<String, String> names = new LinkedHashMap<>();
        RevisionGraph.of(files.values()).ordered().forEach(revision -> names.put(revision.id(), ""));
        files.forEach((file, revision) -> names.put(revision.id(), name(file)));
        return names;
    }

    private void writeList() throws IOException {
        List<String> ordered = List.copyOf(names().values());
        Path written = folder.resolve(MasterChangelog.NAME + ".new");
        try {
            Files.writeString(written, MasterChangelog.of(ordered).text());
            Files.move(written, master(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private String newId() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Path master() {
        return folder.resolve(MasterChangelog.NAME);
    }

    private MasterChangelog listed() {
        try {
            return MasterChangelog.parse(Files.readString(master()));
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    private List<Path> changelogs() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            file -> name(file).endsWith(".yaml") || name(file).endsWith(".yml"))
                    .filter(file -> !name(file).equals(MasterChangelog.NAME))
                    .sorted()
                    .toList();
        }
    }

    private Map<Path, Revision> files() {
        if (!exists()) {
            throw new MigrationException(
                    MigrationError.DIRECTORY_UNUSABLE,
                    "there are no revisions in " + folder + "; \"athanor init\" makes them a place");
        }
        Map<Path, Revision> files = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        try {
            for (Path file : changelogs()) {
                try {
                    files.put(file, RevisionHeader.parse(Files.readString(file)));
                } catch (RevisionHeader.Problem e) {
                    problems.add(name(file) + " " + e.getMessage());
                }
            }
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
        if (!problems.isEmpty()) {
            throw new MigrationException(MigrationError.REVISIONS_INVALID, String.join("; ", problems));
        }
        return files;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private MigrationException unusable(String what, Exception error) {
        return new MigrationException(
                MigrationError.DIRECTORY_UNUSABLE,
                folder + " " + what + ": " + error.getClass().getSimpleName() + ": " + error.getMessage(),
                error);
    }
}
