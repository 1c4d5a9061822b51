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
    public Response start(@Context HttpServletRequest request) throws IOException {
        return uploads.start("students", request);
    }
}
