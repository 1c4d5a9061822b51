// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Introductions;
import dev.athanor.app.identity.PeopleListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Pictures;
import dev.athanor.web.rest.Thing;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the user who calls tells. */
@Path("/v1/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class MeResource {
    @Inject
    private PeopleListing listing;

    @Inject
    private Introductions introductions;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    private Thing<IntroductionBody> told(long user) {
        return answers.thing(
                request -> listing.own(user, request), () -> introductions.edition(user), IntroductionBody::of);
    }

    @GET
    @Operation(operationId = "GetMe", summary = "All that the caller tells, also what others do not see")
    public Response find() {
        return told(caller.userId()).shown();
    }

    @PATCH
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "ChangeMe", summary = "Tell something otherwise, or no longer")
    public Response change(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IntroductionBody.class)))
                    Body body) {
        long user = caller.userId();
        return told(user).changed(body, (version, said) -> introductions.change(user, version, said.input()));
    }

    /** The body is read here: what reads others takes them for JSON. */
    @PUT
    @Path("/avatar")
    @Consumes({Pictures.PNG, Pictures.JPEG, Pictures.GIF, Pictures.WEBP})
    @Operation(operationId = "ReplaceAvatar", summary = "Be shown by another picture, of 256 KiB at most")
    public void show(@Context HttpServletRequest request, @Context HttpHeaders headers) throws IOException {
        MediaType type = Optional.ofNullable(headers.getMediaType()).orElseThrow(NotSupportedException::new);
        String kind = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        introductions.show(caller.userId(), request.getInputStream().readAllBytes(), kind);
    }

    @DELETE
    @Path("/avatar")
    @Operation(operationId = "DeleteAvatar", summary = "Be shown by no picture any more")
    public void hide() {
        introductions.hide(caller.userId());
    }
}
