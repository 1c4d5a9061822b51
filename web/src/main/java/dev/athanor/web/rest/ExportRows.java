// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewRows;
import jakarta.json.bind.Jsonb;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes documents, each when it comes. For one thread. */
abstract class ExportRows implements ViewRows, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Jsonb jsonb;
    private final Writer writer;

    ExportRows(OutputStream out, Jsonb jsonb) {
        this.jsonb = jsonb;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    /** A document on each line. */
    static ExportRows lines(OutputStream out, Jsonb jsonb) {
        return new ExportRows(out, jsonb) {
            @Override
            public void begin(List<List<String>> columns) {
                // lines name their values themselves
            }

            @Override
            public void take(Map<String, Object> document) {
                write(json(document) + "\n");
            }
        };
    }

    /** A line with the names of the columns, and one for each document. */
    static ExportRows table(OutputStream out, Jsonb jsonb) {
        return new ExportRows(out, jsonb) {
            private List<List<String>> columns = List.of();

            @Override
            public void begin(List<List<String>> ways) {
                columns = ways;
                write(Csv.line(ways.stream().map(way -> String.join(".", way)).toList()));
            }

            @Override
            public void take(Map<String, Object> document) {
                write(Csv.line(columns.stream()
                        .map(way -> Csv.text(Csv.value(document, way), this::json))
                        .toList()));
            }
        };
    }

    final String json(Object value) {
        return jsonb.toJson(value);
    }

    final void write(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
