// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionDirectoryTest {
    @TempDir
    private Path temporary;

    private RevisionDirectory made() {
        RevisionDirectory directory = RevisionDirectory.of(temporary.resolve("db"));
        directory.create();
        return directory;
    }

    @Test
    void whatIsAddedIsFound() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("  The first\n tables: 100 % of them!  ", List.of(), "ada");
        Revision second = directory.addEmpty("Ώρα für mehr", List.of(first), "ada \"the\" first");

        assertThat(directory.graph().ordered()).containsExactly(first, second);
        assertThat(directory.file(first)).hasFileName(first.id() + "-the-first-tables-100-of-them.yaml");
        assertThat(directory.file(second)).hasFileName(second.id() + "-ώρα-für-mehr.yaml");
        assertThat(Files.readString(directory.file(first)))
                .startsWith("# The first tables: 100 % of them!\n#\n# revision: " + first.id()
                        + "\n# parents: none\n# created: ");
        assertThat(directory.problem()).isEmpty();
        assertThat(Files.readString(directory.folder().resolve("changelog.yaml")))
                .containsSubsequence(first.fileName(), second.fileName());
    }

    @Test
    void commentsBeforeAndOtherLineEndsAndNamesAreNoMatter() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("First", List.of(), "ada");
        String text = Files.readString(directory.file(first));
        Files.delete(directory.file(first));
        Files.writeString(
                directory.folder().resolve("0001.yaml"),
                ("# SPDX-License-Identifier: Apache-2.0\n\n" + text).replace("\n", "\r\n"));

        assertThat(directory.graph().ordered()).containsExactly(first);
        assertThat(directory.problem())
                .hasValueSatisfying(text1 -> assertThat(text1).contains("is not there"));
        directory.list();
        assertThat(directory.problem()).isEmpty();
    }

    @Test
    void whatIsNoRevisionIsSaid() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("First", List.of(), "ada");
        Path file = directory.file(first);
        String text = Files.readString(file);
        Files.writeString(directory.folder().resolve("other.yaml"), "databaseChangeLog: []\n");
        Files.writeString(
                directory.folder().resolve("twice.yaml"),
                text.lines().findFirst().orElseThrow() + "\n#\n"
                        + "# revision: 123456789abc\n# parents: none\n# created: then\n");
        refused(
                MigrationError.REVISIONS_INVALID,
                directory::graph,
                "other.yaml does not begin with",
                "twice.yaml says that it was created then");
        Files.delete(directory.folder().resolve("twice.yaml"));
        Files.writeString(directory.folder().resolve("other.yaml"), text);
        refused(MigrationError.REVISIONS_INVALID, directory::graph, first.id() + " is there twice");
        Files.writeString(directory.folder().resolve("other.yaml"), text.replace(first.id(), "<<<<<<< HEAD"));
        refused(MigrationError.REVISIONS_INVALID, directory::graph, "other.yaml does not begin with");
    }

    @Test
    void aListThatOthersWroteIsKeptAndNothingIsAdded() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("First", List.of(), "ada");
        Path list = directory.folder().resolve("changelog.yaml");
        String others = Files.readString(list) + "  - include: {file: \"../legacy.xml\"}\n";
        Files.writeString(list, others);
        List<Path> before = files(directory);

        refused(
                MigrationError.REVISIONS_INVALID,
                () -> directory.addEmpty("Second", List.of(first), "ada"),
                "../legacy.xml");
        assertThat(files(directory)).isEqualTo(before);
        assertThat(list).hasContent(others);
    }

    @Test
    void aFaultyDirectoryGetsNoMore() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("First", List.of(), "ada");
        Revision second = directory.addEmpty("Second", List.of(first), "ada");
        Files.delete(directory.file(first));
        List<Path> before = files(directory);

        refused(
                MigrationError.REVISIONS_INVALID,
                () -> directory.addEmpty("Third", List.of(second), "ada"),
                first.id() + ", which is not there");
        assertThat(files(directory)).isEqualTo(before);
    }

    /** As version control does where two lists grew, by {@code merge=union}. */
    @Test
    void listsOfTwoBranchesAreJoinedLineByLine() throws IOException {
        RevisionDirectory directory = made();
        Path list = directory.folder().resolve("changelog.yaml");
        Revision first = directory.addEmpty("First", List.of(), "ada");
        String common = Files.readString(list);
        Revision ours = directory.addEmpty("Ours", List.of(first), "ada");
        String our = Files.readString(list).substring(common.length());
        Files.writeString(list, common);
        Path away = temporary.resolve("ours.yaml");
        Files.move(directory.file(ours), away);
        Revision theirs = directory.addEmpty("Theirs", List.of(first), "bob");
        Files.move(away, directory.folder().resolve(ours.fileName()));
        assertThat(directory.problem())
                .hasValueSatisfying(text -> assertThat(text).contains(ours.id()));

        Files.writeString(list, Files.readString(list) + our);

        assertThat(directory.problem()).isEmpty();
        Revision joint = directory.addMerge("Join", List.of(ours, theirs), "ada");
        assertThat(directory.problem()).isEmpty();
        assertThat(directory.graph().head()).isEqualTo(joint);
        assertThat(directory.folder().resolve(".gitattributes")).hasContent("changelog.yaml merge=union\n");
    }

    @Test
    void aListInTheWrongOrderIsSaid() throws IOException {
        RevisionDirectory directory = made();
        Revision first = directory.addEmpty("First", List.of(), "ada");
        directory.addEmpty("Second", List.of(first), "ada");
        Path list = directory.folder().resolve("changelog.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        lines.add(lines.remove(lines.size() - 2));
        Files.write(list, lines);

        assertThat(directory.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("before what it comes after"));
    }

    /** As when two branches both wrote the first revision. */
    @Test
    void twoListsAreSaid() throws IOException {
        RevisionDirectory directory = made();
        directory.addEmpty("First", List.of(), "ada");
        Path list = directory.folder().resolve("changelog.yaml");
        Files.writeString(list, "databaseChangeLog:\n" + Files.readString(list));

        assertThat(directory.problem())
                .hasValueSatisfying(text -> assertThat(text).contains("2 lists instead of one"));
        directory.list();
        assertThat(directory.problem()).isEmpty();
    }

    @Test
    void aFolderIsMadeOnceAndOnlyWhereNothingElseIs() throws IOException {
        RevisionDirectory directory = made();
        refused(MigrationError.DIRECTORY_UNUSABLE, directory::create, "already");
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(other.resolve("0001.yaml"), "databaseChangeLog: []\n");
        refused(MigrationError.DIRECTORY_UNUSABLE, RevisionDirectory.of(other)::create, "0001.yaml", "of their own");
        refused(
                MigrationError.DIRECTORY_UNUSABLE,
                RevisionDirectory.of(temporary.resolve("nowhere"))::graph,
                "nowhere",
                "athanor init");
    }

    private static List<Path> files(RevisionDirectory directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.folder())) {
            return files.sorted().toList();
        }
    }

    private static void refused(MigrationError code, ThrowingCallable work, String... words) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(MigrationException.class, error -> assertThat(error.code())
                        .isEqualTo(code))
                .hasMessageContainingAll(words);
    }
}
