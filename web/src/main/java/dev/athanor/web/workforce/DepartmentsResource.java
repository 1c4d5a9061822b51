// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.workforce.Staff;
import dev.athanor.app.workforce.WorkforceListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.json.Sent;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Thing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Departments. Users may look; administrators write. */
@Path("/v1/departments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workforce")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class DepartmentsResource {
    @Inject
    private WorkforceListing listing;

    @Inject
    private Staff staff;

    @BeanParam
    private Answers answers;

    private Thing<DepartmentBody> department(long id) {
        return answers.thing(request -> listing.department(id, request), () -> staff.nameOf(id), DepartmentBody::new);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "ListDepartments",
            summary = "A page of departments: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::departments);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetDepartment", summary = "One department")
    public Response find(@PathParam("id") long id) {
        return department(id).shown();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateDepartment", summary = "Open a department")
    public Response open(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewDepartmentBody.class)))
                    Body body) {
        NewDepartmentBody wanted = body.as(NewDepartmentBody.class);
        long id = staff.open(Sent.orBlank(wanted.name()), wanted.parent());
        return department(id).created(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "ChangeDepartment", summary = "Call a department otherwise")
    public Response change(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DepartmentBody.class)))
                    Body body) {
        return department(id).changed(body, (version, said) -> staff.rename(id, version, Sent.orBlank(said.name())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "DeleteDepartment", summary = "Close a department that nobody is in")
    public void close(@PathParam("id") long id) {
        department(id).deleted(version -> staff.close(id, version));
    }

    @POST
    @Path("/{id}/raises")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "RaiseSalaries", summary = "Raise the salaries of a department")
    public RaisedBody raise(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RaiseBody.class)))
                    Body body) {
        department(id).check();
        return new RaisedBody(staff.raise(id, body.as(RaiseBody.class).given()));
    }
}
