// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import liquibase.resource.DirectoryResourceAccessor;

/** The files of a folder, as Liquibase asks for them. There is nothing to close. */
final class RevisionFiles extends DirectoryResourceAccessor {
    private RevisionFiles(Path folder) throws FileNotFoundException {
        super(folder);
    }

    static RevisionFiles of(RevisionDirectory directory) {
        try {
            return new RevisionFiles(directory.folder());
        } catch (FileNotFoundException e) {
            throw new MigrationException(
                    MigrationError.DIRECTORY_UNUSABLE,
                    "there are no revisions in " + directory.folder() + "; \"athanor init\" makes them a place",
                    e);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
