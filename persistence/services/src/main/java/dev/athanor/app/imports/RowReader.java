// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads a file row by row. For one thread. */
interface RowReader extends Closeable {
    /** How many characters a row may have: as many as a body that is sent alone. All of a row is in memory. */
    int MOST_CHARACTERS = 1 << 20;

    /** The next row; none at the end. */
    Optional<ImportRow> next() throws IOException;
}
