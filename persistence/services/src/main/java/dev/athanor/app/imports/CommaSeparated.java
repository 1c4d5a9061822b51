// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import dev.athanor.app.Formulas;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has them; the first has the names. An
 * apostrophe that an export has put before a text, so that no spreadsheet takes it for a formula, is taken off.
 */
final class CommaSeparated implements RowReader {
    private static final char MARK = '\uFEFF';

    private final LineNumberReader file;
    private List<String> names = List.of();
    private Optional<String> broken = Optional.empty();
    private boolean told;
    private int left;

    private CommaSeparated(LineNumberReader file) {
        this.file = file;
    }

    static CommaSeparated of(Reader reader) throws IOException {
        CommaSeparated rows = new CommaSeparated(new LineNumberReader(reader));
        rows.names = rows.values().orElse(List.of()).stream().map(String::strip).toList();
        return rows;
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        if (broken.isPresent() && !told) {
            return Optional.of(row(1, List.of())); // the line with the names
        }
        Optional<List<String>> values = Optional.empty();
        long line;
        do {
            line = file.getLineNumber() + 1L;
            values = values();
        } while (values.filter(read -> read.equals(List.of(""))).isPresent());
        long number = line;
        return values.map(read -> row(number, read));
    }

    private ImportRow row(long line, List<String> values) {
        if (broken.isPresent()) {
            told = true;
            return ImportRow.malformed(line, broken.get());
        }
        if (values.size() != names.size()) {
            return ImportRow.malformed(line, "has " + values.size() + " values, not " + names.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                row.put(names.get(i), Formulas.unguarded(values.get(i)));
            }
        }
        return new ImportRow(line, row, null);
    }

    /** The values of the next line, or lines, if a value has line ends in quotes; none at the end. */
    private Optional<List<String>> values() throws IOException {
        List<String> values = new ArrayList<>();
        left = MOST_CHARACTERS;
        int sign = read();
        if (sign == MARK) {
            sign = read();
        }
        if (sign < 0) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        while (sign >= 0 && sign != '\n') {
            if (sign == '"') {
                quoted(value);
            } else if (sign == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append((char) sign);
            }
            sign = read();
        }
        values.add(value.toString());
        return Optional.of(values);
    }

    /** Up to the quote that ends it; two in a row are one. */
    private void quoted(StringBuilder value) throws IOException {
        for (int sign = read(); sign >= 0; sign = read()) {
            if (sign == '"') {
                file.mark(1);
                if (file.read() != '"') {
                    file.reset();
                    return;
                }
            }
            value.append((char) sign);
        }
        if (broken.isEmpty()) {
            broken = Optional.of("has a quote that does not end");
        }
    }

    /** The next character; none at the end, and none after a row that is too long, as it is not known where it ends. */
    private int read() throws IOException {
        if (broken.isPresent()) {
            return -1;
        }
        if (left-- == 0) {
            broken = Optional.of("has more than " + MOST_CHARACTERS + " characters; the rest was not read");
            return -1;
        }
        return file.read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
