// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.openapi.Exchange;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A call of each operation of the API; and what they do where they do not succeed. Each part of the API has a table of
 * its own. A new operation needs a line in one, by the id that its annotation gives it:
 *
 * <pre>{@code
 * call("GetOrder", 200, () -> user.get(order));
 * }</pre>
 */
final class ApiCalls {
    private ApiCalls() {}

    /**
     * A call.
     *
     * @param operation the id of the operation
     * @param status what is to be answered
     * @param send sends it
     */
    record Call(String operation, int status, Supplier<Exchange> send) {}

    static List<Call> all(Callers callers) {
        return Stream.of(
                        new IdentityCalls(callers),
                        new PublishingCalls(callers),
                        new ShopCalls(callers),
                        new LedgerCalls(callers),
                        new AcademyCalls(callers),
                        new StaffCalls(callers),
                        new ImportCalls(callers))
                .flatMap(table -> table.calls().stream())
                .toList();
    }
}
