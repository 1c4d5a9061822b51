// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.requests.Requests;
import dev.athanor.app.requests.Requests.Answered;
import dev.athanor.app.requests.Requests.Asked;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.web.error.Refused;
import dev.athanor.web.json.JsonConfiguration;
import dev.athanor.web.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes something once for each key that a client gives ({@code Idempotency-Key}), however often it is asked for. The
 * answer to who asks again is the first one, to the letter.
 *
 * <pre>{@code
 * return once.created(key, "order", answers, body, () -> {
 *     long id = orders.place(…).order().id();
 *     return Once.Made.of(id, request -> listing.find(id, request), "items");
 * });
 * }</pre>
 */
@RequestScoped
public class Once {
    /** The header that has the key. */
    public static final String KEY = "Idempotency-Key";

    /** The header of an answer that was given before. */
    public static final String REPEATED = "Idempotency-Replayed";

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,255}");
    private static final Jsonb JSONB = new JsonConfiguration().getContext(Once.class);

    @Inject
    private Requests requests;

    @Inject
    private Caller caller;

    /**
     * 201, with what was made and where it is.
     *
     * @param key what the client calls the request; without one each request is one of its own
     * @param operation what is made
     */
    public Response created(@Nullable String key, String operation, Answers answers, Body body, Supplier<Made> work) {
        Supplier<Answered> answer = () -> answered(answers, work.get());
        return key == null
                ? response(answer.get())
                : response(requests.once(new Asked(caller.userId(), operation, checked(key), body.text()), answer));
    }

    private static String checked(String key) {
        if (!PRINTABLE.matcher(key).matches()) {
            throw Refused.header(KEY, "is 1 to 255 printable characters of ASCII, without blanks");
        }
        return key;
    }

    private static Answered answered(Answers answers, Made made) {
        return Answered.now(answers.place(made.key()), JSONB.toJson(made.document()));
    }

    private static Response response(Answered answered) {
        Response.ResponseBuilder response = Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, answered.place())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answered.content());
        return answered.isRepeated() ? response.header(REPEATED, true).build() : response.build();
    }

    /**
     * What was made.
     *
     * @param key what it is called in its own address
     * @param document what is told of it
     */
    public record Made(Object key, Map<String, Object> document) {
        /** One thing of a list, with relations. */
        public static Made of(Object key, Function<ViewRequest, Optional<ViewDocument>> shown, String... include) {
            ViewRequest request = ViewRequest.all(1).showing(List.of(include), List.of());
            return new Made(
                    key,
                    shown.apply(request).orElseThrow(NotFoundException::new).content());
        }

        /** The same, and something besides. */
        public Made with(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(document);
            more.put(name, value);
            return new Made(key, more);
        }
    }
}
