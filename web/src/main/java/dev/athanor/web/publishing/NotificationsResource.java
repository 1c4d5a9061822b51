// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Notifications;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller is told of. */
@Path("/v1/notifications")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Notifications")
public class NotificationsResource {
    @Inject
    private Notifications notifications;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetNotifications", summary = "New articles by those whom the caller follows")
    @APIResponse(responseCode = "200", description = "The newest first")
    @APIResponse(responseCode = "400", description = "What is wrong with the parameters")
    @APIResponse(responseCode = "401", description = "No valid token")
    public NotificationsBody list(@BeanParam SliceParameters some) {
        return NotificationsBody.of(notifications.list(caller.userId(), some.slice()));
    }

    @POST
    @Path("/read")
    @Operation(operationId = "ReadNotifications", summary = "Note that the caller has read all of them")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "401", description = "No valid token")
    public void read() {
        notifications.read(caller.userId());
    }
}
