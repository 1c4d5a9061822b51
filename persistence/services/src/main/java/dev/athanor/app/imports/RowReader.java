// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads a file row by row. For one thread. */
interface RowReader extends Closeable {
    /** The next row; none at the end. */
    Optional<ImportRow> next() throws IOException;
}
