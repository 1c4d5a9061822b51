// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import java.util.UUID;

/** Of accounts and transfers. */
final class LedgerCalls extends CallTable {
    private static final String ACCOUNTS = "/v1/accounts";
    private static final String TRANSFERS = "/v1/transfers";
    private static final String PURSE = "{\"name\": \"Purse\", \"currency\": \"EUR\"}";

    LedgerCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        String house =
                made(administrator, ACCOUNTS, "{\"name\": \"House\", \"currency\": \"EUR\", \"overdraft\": true}");
        String purse = made(user, ACCOUNTS, PURSE);
        made(administrator, TRANSFERS, transfer(house, purse, 100));
        accounts(purse);
        transfers(purse, made(other, ACCOUNTS, PURSE));
        call("GetLedgerReport", 200, () -> administrator.get("/v1/reports/ledger"));
        call("GetLedgerReport", 403, () -> user.get("/v1/reports/ledger"));
    }

    private static String transfer(String from, String to, int amount) {
        return "{\"from\": %s, \"to\": %s, \"amount\": %d, \"reference\": \"rent\"}"
                .formatted(key(from), key(to), amount);
    }

    private void accounts(String purse) {
        call("CreateAccount", 201, () -> user.post(ACCOUNTS, PURSE));
        call("CreateAccount", 422, () -> user.post(ACCOUNTS, "{\"name\": \"\", \"currency\": \"EURO\"}"));
        list("ListAccounts", user, ACCOUNTS, "sort=name&filter=currency==EUR");
        one("GetAccount", user, purse);
        call("GetAccount", 404, () -> other.get(purse));
        call("GetStatement", 200, () -> user.get(purse + "/statement?size=2"));
        call("GetStatement", 400, () -> user.get(purse + "/statement?size=0"));
        call("GetStatement", 404, () -> other.get(purse + "/statement"));
    }

    private void transfers(String from, String to) {
        Asking once = user.with("Idempotency-Key", unique);
        call("CreateTransfer", 201, () -> once.post(TRANSFERS, transfer(from, to, 5)));
        call("CreateTransfer", 201, () -> once.post(TRANSFERS, transfer(from, to, 5)));
        call("CreateTransfer", 422, () -> once.post(TRANSFERS, transfer(from, to, 6)));
        call("CreateTransfer", 201, () -> user.post(TRANSFERS, transfer(from, to, 1)));
        call("CreateTransfer", 409, () -> user.post(TRANSFERS, transfer(from, to, 1000)));
        call("CreateTransfer", 422, () -> other.post(TRANSFERS, transfer(from, to, 1)));
        call("CreateTransfer", 422, () -> user.post(TRANSFERS, "{}"));
        String transfer = made(user, TRANSFERS, transfer(from, to, 2));
        list("ListTransfers", user, TRANSFERS, "sort=-amount&filter=amount=gt=1");
        call("ListTransfers", 200, () -> user.get(TRANSFERS + "?include=entries.account"));
        one("GetTransfer", other, transfer);
        call("GetTransfer", 404, () -> other.get(TRANSFERS + "/" + UUID.randomUUID()));
    }
}
