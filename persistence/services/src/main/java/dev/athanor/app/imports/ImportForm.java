// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import java.io.IOException;
import java.io.Reader;

/** How the rows of a file are written. */
public enum ImportForm {
    /** An object of JSON on each line. */
    NDJSON {
        @Override
        RowReader read(Reader file) {
            return new JsonLines(file);
        }
    },
    /** Values separated by commas, as RFC 4180 has it; the first line has their names. */
    CSV {
        @Override
        RowReader read(Reader file) throws IOException {
            return CommaSeparated.of(file);
        }
    };

    abstract RowReader read(Reader file) throws IOException;
}
