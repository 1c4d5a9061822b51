// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.StatementLine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last entries of an account.
 *
 * @param items the latest first, each with the balance after it
 */
@Schema(name = "Statement")
public record StatementBody(List<StatementLine> items) {}
