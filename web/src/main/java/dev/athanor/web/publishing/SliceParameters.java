// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Slice;
import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.InvalidQuery.Problem;
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
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999999", defaultValue = "0"))
    private @Nullable String offset;

    @QueryParam("limit")
    @Parameter(
            description = "How many are given at most; there are never more than 1000",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999", defaultValue = "20"))
    private @Nullable String limit;

    Slice slice() {
        return slice(List.of());
    }

    /** Tells what else is wrong with the address, too. */
    Slice slice(List<Problem> others) {
        List<Problem> wrong = new ArrayList<>(others);
        int left = number("offset", offset, 0, 0, wrong);
        int most = number("limit", limit, 1, USUAL, wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidQuery(wrong);
        }
        return new Slice(left, Math.min(most, MOST));
    }

    private static int number(String name, @Nullable String text, int least, int usual, List<Problem> wrong) {
        if (text == null) {
            return usual;
        }
        if (NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        wrong.add(new Problem(name, "must be a whole number, " + least + " or more, of at most nine digits"));
        return usual;
    }
}
