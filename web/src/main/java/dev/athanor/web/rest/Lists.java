// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers with a page of a list, and where the others are; or with all of it, to clients that accept NDJSON or CSV.
 *
 * <pre>{@code
 * @GET
 * @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
 * public Response products(@Context UriInfo address, @Context Request accepted) {
 *     return Lists.answer(address, accepted, products::list);
 * }
 * }</pre>
 */
public final class Lists {
    /** A document of JSON on each line. */
    public static final String NDJSON = "application/x-ndjson";

    /** Values separated by commas, as RFC 4180 has it. */
    public static final String CSV = "text/csv";

    private static final MediaType LINES = MediaType.valueOf(NDJSON);
    private static final MediaType TABLE = MediaType.valueOf(CSV);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, LINES, TABLE).build();

    private Lists() {}

    /** What the query of the address asks for, in the form that the client likes best. */
    public static Response answer(UriInfo address, Request accepted, Function<ViewRequest, ViewPage> list) {
        MediaType form = Optional.ofNullable(accepted.selectVariant(FORMS))
                .map(Variant::getMediaType)
                .orElse(MediaType.APPLICATION_JSON_TYPE);
        Response.ResponseBuilder answer =
                form.equals(MediaType.APPLICATION_JSON_TYPE) ? page(address, list) : export(address, form, list);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static Response.ResponseBuilder export(
            UriInfo address, MediaType form, Function<ViewRequest, ViewPage> list) {
        String name = name(address) + (form.equals(TABLE) ? ".csv" : ".ndjson");
        return Response.ok(new Export(ListParameters.whole(address), list), form.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** The last part of the address, whatever follows it: parameters of its own (;), or a slash. */
    private static String name(UriInfo address) {
        return address.getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(part -> !part.isEmpty())
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private static Response.ResponseBuilder page(UriInfo address, Function<ViewRequest, ViewPage> list) {
        ViewRequest request = ListParameters.list(address);
        ViewPage page = list.apply(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page.items());
        page.total().ifPresent(total -> body.put("total", total));
        String parameter = request.paging() instanceof ViewRequest.Paging.Numbered ? "page" : "cursor";
        Response.ResponseBuilder answer = Response.ok(body);
        link(address, parameter, "prev", page.previous()).ifPresent(answer::links);
        link(address, parameter, "next", page.next()).ifPresent(answer::links);
        return answer;
    }

    /** Relative to the server, whatever stands before it. */
    private static Optional<Link> link(UriInfo address, String parameter, String relation, Optional<String> where) {
        return where.map(
                value -> Link.fromUri(UriBuilder.fromUri(address.getRequestUri().getRawPath())
                                .replaceQuery(address.getRequestUri().getRawQuery())
                                .replaceQueryParam(parameter, "{where}")
                                .build(value))
                        .rel(relation)
                        .build());
    }

    /** One thing of a list, as the query of the address wants to have it shown; 404 if it is not there. */
    public static Response one(UriInfo address, Function<ViewRequest, Optional<ViewDocument>> find) {
        return shown(Response.ok(), find, ListParameters.one(address));
    }

    /** One thing of a list that was changed. */
    public static Response changed(Function<ViewRequest, Optional<ViewDocument>> find) {
        return shown(Response.ok(), find, ViewRequest.all(1));
    }

    /**
     * One thing that is new in the list of an address, and where it is now.
     *
     * @param key what it is called in its own address
     */
    public static Response created(UriInfo address, Object key, Function<ViewRequest, Optional<ViewDocument>> find) {
        return shown(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, place(address, key)),
                find,
                ViewRequest.all(1));
    }

    /** The same, of what is shown as it was told. */
    public static Response created(UriInfo address, Object key, Record content) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, place(address, key))
                .entity(content)
                .build();
    }

    /** Relative to the server, as links are. */
    static String place(UriInfo address, Object key) {
        return UriBuilder.fromUri(address.getRequestUri().getRawPath())
                .path("{key}")
                .build(key)
                .toString();
    }

    private static Response shown(
            Response.ResponseBuilder answer, Function<ViewRequest, Optional<ViewDocument>> find, ViewRequest request) {
        ViewDocument document = find.apply(request).orElseThrow(NotFoundException::new);
        EntityTags.of(document).ifPresent(tag -> answer.header(HttpHeaders.ETAG, tag));
        return answer.entity(document.content()).build();
    }
}
