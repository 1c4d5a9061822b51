// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.workforce.Organisation;
import dev.athanor.app.workforce.Staff;
import dev.athanor.app.workforce.WorkforceListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Employees. Users may look; administrators write, and see what somebody is paid. */
@Path("/v1/employees")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workforce")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class EmployeesResource {
    @Inject
    private WorkforceListing listing;

    @Inject
    private Staff staff;

    @Inject
    private Organisation organisation;

    @BeanParam
    private Answers answers;

    private Thing<EmployeeBody> employee(long id) {
        return answers.thing(request -> listing.employee(id, request), () -> staff.edition(id), EmployeeBody::of);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListEmployees", summary = "A page of employees: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::employees);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetEmployee", summary = "One employee")
    public Response find(@PathParam("id") long id) {
        return employee(id).shown();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateEmployee", summary = "Employ somebody")
    public Response employ(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewEmployeeBody.class)))
                    Body body) {
        long id = staff.employ(body.as(NewEmployeeBody.class).input()).id();
        return employee(id).created(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "ChangeEmployee", summary = "Move an employee, to another department or manager")
    public Response change(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EmployeeBody.class)))
                    Body body) {
        return employee(id).changed(body, (version, said) -> staff.change(id, version, said.input()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "DeleteEmployee",
            summary = "Let an employee go whom nobody reports to; moves and pay are kept")
    public void dismiss(@PathParam("id") long id) {
        employee(id).deleted(version -> staff.dismiss(id, version));
    }

    @GET
    @Path("/{id}/moves")
    @Operation(operationId = "GetMoves", summary = "The departments that an employee was in, the first first")
    public Moves moves(@PathParam("id") long id) {
        employee(id).check();
        return new Moves(organisation.moves(id));
    }

    @GET
    @Path("/{id}/pay")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "GetPay", summary = "What an employee was paid, the first first")
    public Pays pay(@PathParam("id") long id) {
        employee(id).check();
        return new Pays(organisation.pay(id));
    }

    /**
     * The departments that an employee was in.
     *
     * @param items the first first
     */
    public record Moves(List<Organisation.Move> items) {}

    /**
     * What an employee was paid.
     *
     * @param items the first first
     */
    public record Pays(List<Organisation.Pay> items) {}
}
