// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.commerce.SalesReports;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Count;
import dev.athanor.web.rest.DateRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

/** What was sold, without what was taken back; for editors. */
@Path("/v1/reports/sales")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
public class SalesResource {
    @Inject
    private SalesReports sales;

    @GET
    @Path("/months")
    @Operation(
            operationId = "GetSalesByMonths",
            summary = "By months and kinds, with a line for each month, and one for all")
    public Months months(@BeanParam DateRange days) {
        return new Months(sales.byMonthAndKind(days.from(), days.until()));
    }

    @GET
    @Path("/days")
    @Operation(operationId = "GetSalesByDays", summary = "Day by day, with the sum since the first, and of seven days")
    public Days days(@BeanParam DateRange days) {
        return new Days(sales.byDay(days.from(), days.until()));
    }

    @GET
    @Path("/best")
    @Operation(operationId = "GetBestSellers", summary = "The products of each kind that brought most")
    public Best best(
            @QueryParam("size")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "3"))
                    @Nullable
                    String size) {
        return new Best(sales.bestSellers(Count.of("size", size, 3)));
    }

    /**
     * Sales by months and kinds.
     *
     * @param items a line without a kind is about a month, one without a month about all
     */
    public record Months(List<SalesReports.KindSales> items) {}

    /**
     * Sales by days.
     *
     * @param items the first first
     */
    public record Days(List<SalesReports.DaySales> items) {}

    /**
     * What sells best.
     *
     * @param items by kinds, the best first
     */
    public record Best(List<SalesReports.BestSeller> items) {}
}
