// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.imports;

import dev.athanor.app.imports.Imports;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the caller's imports are. */
@Path("/v1/imports/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Imports")
public class ImportsResource {
    @Inject
    private Imports imports;

    @Inject
    private ImportEvents events;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetImport", summary = "How far an import is")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "404", description = "There is none of this key, or it is another's")
    public ImportBody find(@PathParam("id") UUID id) {
        return ImportBody.of(imports.find(caller.userId(), id));
    }

    @DELETE
    @Operation(operationId = "CancelImport", summary = "Read no more of it; what was taken stays")
    @APIResponse(responseCode = "200", description = "How far it was")
    @APIResponse(responseCode = "404", description = "There is none of this key, or it is another's")
    public ImportBody cancel(@PathParam("id") UUID id) {
        return ImportBody.of(imports.cancel(caller.userId(), id));
    }

    @GET
    @Path("/refused")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListRefusedRows", summary = "What is wrong with the rows that were refused")
    public Response refused(@PathParam("id") UUID id, @Context UriInfo address, @Context Request accepted) {
        long owner = caller.userId();
        return Lists.answer(address, accepted, request -> imports.refused(owner, id, request));
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "FollowImport", summary = "How far an import is, whenever that changes")
    @APIResponse(
            responseCode = "200",
            description = "Events of the type \"progress\", the last of the type \"end\"",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "There is none of this key, or it is another's")
    public void follow(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("-1") long last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        long owner = caller.userId();
        imports.find(owner, id);
        events.tell(owner, id, last, sink, sse);
    }
}
