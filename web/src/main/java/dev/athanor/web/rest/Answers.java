// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Edition;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all resources do alike, for the request under way: pages of a list, and the life of one thing. A resource says
 * what is listed and which service does it.
 *
 * <pre>{@code
 * @BeanParam
 * private Answers answers;
 *
 * @GET
 * @Path("/{code}")
 * public Response find(@PathParam("code") String code) {
 *     return answers.one(request -> listing.find(code, request));
 * }
 * }</pre>
 *
 * <p>For one request.
 */
public class Answers {
    @Context
    private UriInfo address;

    @Context
    private Request accepted;

    @Context
    private HttpHeaders headers;

    /** For the container, which gives the rest. */
    @SuppressWarnings("NullAway.Init")
    public Answers() {}

    /** A page of a list, or all of it as a file; as the query of the address asks for it. */
    public Response page(Function<ViewRequest, ViewPage> list) {
        return Lists.answer(address, accepted, list);
    }

    /** One thing that is only read; 404 if it is not there. */
    public Response one(Function<ViewRequest, Optional<ViewDocument>> shown) {
        return Lists.one(address, shown);
    }

    /** One thing after something was done to it that is no change of what is said of it. */
    public Response now(Function<ViewRequest, Optional<ViewDocument>> shown) {
        return Lists.changed(shown);
    }

    /**
     * 201, with something new in the list of the address, and where it is.
     *
     * @param key what it is called in its own address
     */
    public Response created(Object key, Function<ViewRequest, Optional<ViewDocument>> shown) {
        return Lists.created(address, key, shown);
    }

    /** The same, of what is told as it is. */
    public Response created(Object key, Record content) {
        return Lists.created(address, key, content);
    }

    /**
     * One thing that can be edited.
     *
     * @param shown as clients see it
     * @param edition as services edit it
     * @param body the record that clients send, of what services edit
     */
    public <T, B extends Record> Thing<B> thing(
            Function<ViewRequest, Optional<ViewDocument>> shown,
            Supplier<Optional<Edition<T>>> edition,
            Function<? super T, B> body) {
        return new Thing<>(this, shown, () -> edition.get().map(known -> known.map(body)));
    }

    /** Where something new in the list of the address is. */
    String place(Object key) {
        return Lists.place(address, key);
    }

    Precondition precondition() {
        return Precondition.of(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }
}
