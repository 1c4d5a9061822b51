// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.CurrencyTotal;
import dev.athanor.app.ledger.Discrepancy;
import dev.athanor.app.ledger.Ledger;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the ledger adds up; for administrators. */
@Path("/v1/reports/ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@RolesAllowed(Roles.ADMINISTRATOR)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class LedgerReport {
    @Inject
    private Ledger ledger;

    @GET
    @Operation(
            operationId = "GetLedgerReport",
            summary = "What is on all accounts together, and whatever does not add up")
    public Report report() {
        return new Report(ledger.totals().stream().map(Total::of).toList(), ledger.discrepancies());
    }

    /**
     * Whether the ledger adds up.
     *
     * @param totals what is on the accounts of each currency together: zero
     * @param discrepancies the accounts whose balance is not the sum of their entries: none
     */
    public record Report(List<Total> totals, List<Discrepancy> discrepancies) {}

    /**
     * What is on the accounts of a currency together.
     *
     * @param currency its code
     * @param accounts how many there are
     * @param balance the sum of their balances
     */
    public record Total(String currency, long accounts, BigDecimal balance) {
        static Total of(CurrencyTotal total) {
            return new Total(total.currency().getCurrencyCode(), total.accounts(), total.balance());
        }
    }
}
