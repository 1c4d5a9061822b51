// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.app.publishing.Slice;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the rows that were asked for. Read as texts, as JAX-RS would answer 404 to what is no number. */
public class SliceParameters {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int USUAL = 20;
    private static final int MOST = 1000;

    @QueryParam("offset")
    @Parameter(
            description = "How many are left out",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    private @Nullable String offset;

    @QueryParam("limit")
    @Parameter(
            description = "How many are given at most; there are never more than 1000",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "20"))
    private @Nullable String limit;

    Slice slice() {
        List<Violation> violations = new ArrayList<>();
        int left = number("offset", offset, 0, 0, violations);
        int most = number("limit", limit, 1, USUAL, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new Slice(left, Math.min(most, MOST));
    }

    private static int number(String field, @Nullable String text, int least, int usual, List<Violation> violations) {
        if (text == null) {
            return usual;
        }
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        violations.add(new Violation(field, "must be a whole number, " + least + " or more, of at most nine digits"));
        return usual;
    }
}
