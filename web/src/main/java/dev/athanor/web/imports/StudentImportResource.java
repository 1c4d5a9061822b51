// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.imports;

import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes files of students. */
@Path("/v1/students/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Imports")
public class StudentImportResource {
    @Inject
    private Uploads uploads;

    @POST
    @Consumes({Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ImportStudents", summary = "Take the students of a file, in the background")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = Lists.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Lists.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location says where it is told how far it is",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "503", description = "Too many files are read already")
    public Response start(@Context HttpServletRequest request) throws IOException {
        return uploads.start("students", request);
    }
}
