// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Edition;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * One thing that clients see and edit: 404 if it is not there, 412 if it is not what the client believes it to be.
 *
 * <pre>{@code
 * return course(code).changed(body, (version, said) -> courses.change(code, version, said.input()));
 * }</pre>
 *
 * @param <B> what is said of it
 */
public final class Thing<B extends Record> {
    private final Answers answers;
    private final Function<ViewRequest, Optional<ViewDocument>> shown;
    private final Supplier<Optional<Edition<B>>> edition;

    Thing(
            Answers answers,
            Function<ViewRequest, Optional<ViewDocument>> shown,
            Supplier<Optional<Edition<B>>> edition) {
        this.answers = answers;
        this.shown = shown;
        this.edition = edition;
    }

    /** As the query of the address wants to have it shown. */
    public Response shown() {
        return answers.one(shown);
    }

    /** 201; it is new in the list of the address, and called by this key there. */
    public Response created(Object key) {
        return answers.created(key, shown);
    }

    /** What the body changes of it, as RFC 7396 has it. */
    public Response changed(Body body, Change<B> change) {
        Edition<B> known = known();
        return changed(known.version(), body.mergedInto(known.value()), change);
    }

    /** All of it said anew. */
    public Response replaced(Body body, Class<B> type, Change<B> change) {
        Edition<B> known = known();
        return changed(known.version(), body.as(type), change);
    }

    private Response changed(int version, B said, Change<B> change) {
        change.apply(version, said);
        return answers.now(shown);
    }

    /** Its end, given the version that it has. */
    public void deleted(IntConsumer end) {
        end.accept(known().version());
    }

    private Edition<B> known() {
        return answers.precondition().met(edition.get());
    }

    /** Ends here with 404, if it is not there; whatever the client believes of it. */
    public void check() {
        Precondition.none().met(edition.get());
    }

    /**
     * Says something otherwise.
     *
     * @param <B> what is said
     */
    @FunctionalInterface
    public interface Change<B> {
        /** Of the version that was read. */
        void apply(int version, B said);
    }
}
