// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import dev.athanor.app.NotFound;
import dev.athanor.app.TooBusy;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import java.nio.file.Path;
import java.util.UUID;

/** Files of many rows that are read in the background; each is seen by who has sent it alone. */
public interface Imports {
    /**
     * Begins to read a file, and deletes it in the end.
     *
     * @param owner who sends it
     * @param kind the name of an {@link ImportKind}
     * @throws TooBusy if as many are read as can be at once; the file is still there then
     */
    ImportView start(long owner, String kind, ImportForm form, Path file);

    /**
     * How far it is. One whose server has died meanwhile has failed.
     *
     * @throws NotFound if there is none of this key, or it is another's
     */
    ImportView find(long owner, UUID id);

    /**
     * What is wrong with the rows that were refused, as it is asked for.
     *
     * @throws NotFound if there is none of this key, or it is another's
     */
    ViewPage refused(long owner, UUID id, ViewRequest request);

    /**
     * Reads no more of it. What was taken stays; one that is over stays as it is.
     *
     * @throws NotFound if there is none of this key, or it is another's
     */
    ImportView cancel(long owner, UUID id);
}
