// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.imports;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An object of JSON on each line; blank lines are nothing. */
final class JsonLines implements RowReader {
    private final LineNumberReader lines;
    private boolean ended;

    JsonLines(Reader file) {
        this.lines = new LineNumberReader(file);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        Optional<String> line = line();
        while (line.filter(String::isBlank).isPresent()) {
            line = line();
        }
        // The line is counted when it ends, which the last one may not do.
        long number = lines.getLineNumber() + (ended ? 0L : 1L);
        return line.map(text -> row(number, text));
    }

    /** The next line; of one that is too long the begin, and a little more than there may be. */
    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        int sign = lines.read();
        boolean there = sign >= 0;
        while (sign >= 0 && sign != '\n') {
            if (line.length() <= MOST_CHARACTERS) {
                line.append((char) sign);
            }
            sign = lines.read();
        }
        ended = sign == '\n';
        return there ? Optional.of(line.toString()) : Optional.empty();
    }

    private static ImportRow row(long number, String text) {
        if (text.length() > MOST_CHARACTERS) {
            return ImportRow.malformed(number, "has more than " + MOST_CHARACTERS + " characters");
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonStructure value = reader.read();
            return value.getValueType() == JsonValue.ValueType.OBJECT
                    ? row(number, value.asJsonObject())
                    : ImportRow.malformed(number, "is not an object of JSON");
        } catch (JsonException e) {
            return ImportRow.malformed(number, "is not valid JSON");
        } catch (RuntimeException e) {
            // So the parser says, without a type of its own.
            return ImportRow.malformed(number, "is nested too deeply, or has a number that is too long");
        }
    }

    private static ImportRow row(long number, Map<String, JsonValue> object) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
            JsonValue value = entry.getValue();
            switch (value.getValueType()) {
                case STRING -> values.put(entry.getKey(), ((JsonString) value).getString());
                case NUMBER, TRUE, FALSE -> values.put(entry.getKey(), value.toString());
                case NULL -> {} // as good as missing
                default -> {
                    return ImportRow.malformed(number, "has more than texts and numbers in \"" + entry.getKey() + "\"");
                }
            }
        }
        return new ImportRow(number, values, null);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
