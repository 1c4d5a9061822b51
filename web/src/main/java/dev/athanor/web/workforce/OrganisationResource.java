// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.workforce.Organisation;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Count;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the company is made up. */
@Path("/v1/reports/organisation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class OrganisationResource {
    @Inject
    private Organisation organisation;

    @GET
    @Path("/chart")
    @Operation(
            operationId = "GetChart",
            summary = "Everybody employed, under whoever they report to; all, or below one")
    public Chart chart(
            @QueryParam("below") @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int64")) @Nullable
                    String manager) {
        return new Chart(manager == null ? organisation.chart() : organisation.chartBelow(Count.key("below", manager)));
    }

    @GET
    @Path("/pay")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "GetPayScale", summary = "What is paid, by departments, the most first")
    public PayScale payScale() {
        return new PayScale(organisation.payScale());
    }

    /**
     * The chart.
     *
     * @param items in the order in which it is read
     */
    public record Chart(List<Organisation.ChartLine> items) {}

    /**
     * What is paid.
     *
     * @param items by departments, the most first
     */
    public record PayScale(List<Organisation.PayLine> items) {}
}
