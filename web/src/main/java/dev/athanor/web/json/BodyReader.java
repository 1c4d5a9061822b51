// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an error of the caller's of a body that cannot be read; where an answer cannot be written it stays one of ours.
 */
@Provider
public class BodyReader implements ReaderInterceptor {
    /** How Yasson names the way to a value; where it does not, the message is less exact. */
    private static final Pattern PROPERTY = Pattern.compile("Unable to deserialize property '([^']+)'");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            context.setInputStream(complete(context.getInputStream()));
            return Optional.ofNullable(context.proceed()).orElseThrow(BodyReader::missing);
        } catch (JsonException | JsonbException | ProcessingException e) {
            throw invalid(e);
        }
    }

    private static InvalidInput missing() {
        return malformed("is missing");
    }

    /** The same bytes, which hold one value and nothing after it; JSON-B by itself would not look further. */
    private static InputStream complete(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        if (bytes.length == 0) {
            throw missing();
        }
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(bytes))) {
            JsonLimits limits = new JsonLimits();
            while (parser.hasNext()) {
                limits.check(parser.next(), parser);
            }
        }
        return new ByteArrayInputStream(bytes);
    }

    static InvalidInput invalid(Exception error) {
        return syntaxError(error)
                .map(at ->
                        malformed("is not valid JSON: line " + at.getLineNumber() + ", column " + at.getColumnNumber()))
                .orElseGet(() -> new InvalidInput(path(error), "has the wrong type"));
    }

    private static InvalidInput malformed(String message) {
        return new InvalidInput(List.of(new Violation("body", message, Reason.MALFORMED)));
    }

    private static Optional<JsonLocation> syntaxError(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParsingException syntax) {
                return Optional.of(syntax.getLocation());
            }
        }
        return Optional.empty();
    }

    private static String path(Exception error) {
        StringJoiner path = new StringJoiner(".").setEmptyValue("body");
        Matcher properties = PROPERTY.matcher(String.valueOf(error.getMessage()));
        while (properties.find()) {
            path.add(properties.group(1));
        }
        return path.toString();
    }
}
