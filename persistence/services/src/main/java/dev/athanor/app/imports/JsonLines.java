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

    JsonLines(Reader file) {
        this.lines = new LineNumberReader(file);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        String line = lines.readLine();
        while (line != null && line.isBlank()) {
            line = lines.readLine();
        }
        return Optional.ofNullable(line).map(text -> row(lines.getLineNumber(), text));
    }

    private static ImportRow row(long number, String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonStructure value = reader.read();
            return value.getValueType() == JsonValue.ValueType.OBJECT
                    ? row(number, value.asJsonObject())
                    : ImportRow.malformed(number, "is not an object of JSON");
        } catch (JsonException e) {
            return ImportRow.malformed(number, "is not valid JSON");
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
