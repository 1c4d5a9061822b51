// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts and transfers by HTTP, from outside: what is whose, and what may be taken from it. */
@RunAsClient
class LedgerApiIT extends InContainer {
    private static Client administrator = Client.nobody();
    private static String house = "";

    private final Client ada = Client.registered();
    private final Client bob = Client.registered();

    @BeforeAll
    static void openHouse() {
        administrator = Client.administrator();
        house = opened(administrator, "{\"name\": \"House\", \"currency\": \"EUR\", \"overdraft\": true}");
    }

    /** Gives the number. */
    private static String opened(Client client, String account) {
        Answer opened = client.post("/v1/accounts", account);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.header("Location"))
                .isEqualTo("/api/v1/accounts/" + opened.json().getInt("id"));
        assertThat(opened.header("ETag")).startsWith("\"");
        return String.valueOf(opened.json().getInt("id"));
    }

    private static String opened(Client client) {
        return opened(client, "{\"name\": \"Purse\", \"currency\": \"EUR\"}");
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\": %s, \"to\": %s, \"amount\": %s, \"reference\": \"rent\"}".formatted(from, to, amount);
    }

    private String funded() {
        String account = opened(ada);
        Answer given = administrator.post("/v1/transfers", transfer(house, account, "100"));
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        return account;
    }

    private static double balance(Client client, String account) {
        return client.get("/v1/accounts/" + account)
                .json()
                .getJsonNumber("balance")
                .doubleValue();
    }

    @Test
    void moneyGoesFromOnesOwnAccountToAnothers() {
        String from = funded();
        String to = opened(bob);

        Answer booked = ada.post("/v1/transfers", transfer(from, to, "30.50"));

        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        JsonObject transfer = booked.json();
        assertThat(booked.header("Location")).isEqualTo("/api/v1/transfers/" + transfer.getString("key"));
        assertThat(transfer.getJsonNumber("amount").doubleValue()).isEqualTo(30.5);
        assertThat(balance(ada, from)).isEqualTo(69.5);
        assertThat(balance(bob, to)).isEqualTo(30.5);
        for (Client party : new Client[] {ada, bob}) {
            String found = party.get("/v1/transfers/" + transfer.getString("key") + "?include=entries.account")
                    .text();
            assertThat(found).contains("\"account\":{\"id\":" + to + "}").doesNotContain("balance");
        }
    }

    @Test
    void statementsHaveTheBalanceAfterEachEntry() {
        String from = funded();
        String to = opened(bob);
        ada.post("/v1/transfers", transfer(from, to, "30"));
        ada.post("/v1/transfers", transfer(from, to, "20"));

        String statement = ada.get("/v1/accounts/" + from + "/statement?size=2").text();

        assertThat(statement)
                .containsSubsequence("\"amount\":-20", "\"balance\":50", "\"amount\":-30", "\"balance\":70")
                .doesNotContain("\"amount\":100");
        for (String size : new String[] {"0", "201", "x", "-1", "99999999999"}) {
            assertThat(ada.get("/v1/accounts/" + from + "/statement?size=" + size)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusalsTellWhyForPrograms() {
        String from = funded();
        String to = opened(bob);
        String yen = opened(bob, "{\"name\": \"Yen\", \"currency\": \"JPY\"}");

        Answer tooMuch = ada.post("/v1/transfers", transfer(from, to, "100.01"));
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.problems()).containsExactly("/amount insufficient-funds");
        Answer mixed = ada.post("/v1/transfers", transfer(from, yen, "1"));
        assertThat(mixed.status()).isEqualTo(409);
        assertThat(mixed.problems()).containsExactly("/to other-currency");
        Answer wrong = ada.post("/v1/transfers", transfer(from, from, "0.001"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(ada.post("/v1/transfers", "{}").problems()).containsExactly("/from invalid", "/to invalid");
        assertThat(ada.post("/v1/transfers", "{\"from\": " + from + ", \"to\": " + to + "}")
                        .problems())
                .containsExactly("/amount invalid", "/reference invalid");
        assertThat(ada.post("/v1/accounts", "{\"name\": \"\", \"currency\": \"EURO\", \"overdraft\": true}")
                        .problems())
                .containsExactly("/name invalid", "/overdraft invalid");
        assertThat(balance(ada, from)).isEqualTo(100);
    }

    /** Which the column would refuse, as an error of ours. */
    @Test
    void noAccountHoldsMoreThanItCan() {
        String bank = opened(administrator, "{\"name\": \"Bank\", \"currency\": \"EUR\", \"overdraft\": true}");
        String account = opened(ada);
        String all = transfer(bank, account, "999999999999999");
        assertThat(administrator.post("/v1/transfers", all).status()).isEqualTo(201);

        Answer more = administrator.post("/v1/transfers", all);
        Answer back = ada.post("/v1/transfers", transfer(account, bank, "999999999999999"));

        assertThat(more.status()).isEqualTo(422);
        assertThat(more.problems()).containsExactly("/amount invalid");
        assertThat(more.text()).contains("is more than an account can have");
        assertThat(back.status()).as(back.text()).isEqualTo(201);
    }

    @Test
    void whatIsAnothersIsNotThere() {
        String account = funded();
        String own = opened(bob);
        String key =
                ada.post("/v1/transfers", transfer(account, house, "1")).json().getString("key");

        assertThat(bob.get("/v1/accounts/" + account).status()).isEqualTo(404);
        assertThat(bob.get("/v1/accounts/" + account + "/statement").status()).isEqualTo(404);
        assertThat(bob.get("/v1/transfers/" + key).status()).isEqualTo(404);
        Answer theft = bob.post("/v1/transfers", transfer(account, own, "1"));
        assertThat(theft.status()).isEqualTo(422);
        assertThat(theft.text())
                .isEqualTo(bob.post("/v1/transfers", transfer("0", own, "1")).text());
        assertThat(bob.get("/v1/accounts").json().getInt("total")).isOne();
        assertThat(bob.get("/v1/transfers").json().getInt("total")).isZero();
        assertThat(ada.get("/v1/transfers?filter=amount=ge=100;reference==re*")
                        .json()
                        .getInt("total"))
                .isOne();
        assertThat(administrator.get("/v1/accounts/" + account).status()).isEqualTo(200);
        assertThat(Client.nobody().get("/v1/accounts").status()).isEqualTo(401);
        assertThat(balance(ada, account)).isEqualTo(99);
    }

    @Test
    void accountsAreFilteredByCurrency() {
        opened(ada);
        opened(ada, "{\"name\": \"Yen\", \"currency\": \"JPY\"}");

        assertThat(ada.get("/v1/accounts?filter=currency==JPY&fields=name").text())
                .contains("\"name\":\"Yen\"")
                .doesNotContain("Purse");
        assertThat(ada.get("/v1/accounts?filter=currency==money").status()).isEqualTo(400);
    }

    /** Even when nobody knows any more what was answered. */
    @Test
    void underTheSameKeyNothingIsTransferredTwice() {
        String from = funded();
        String to = opened(bob);
        Client once = ada.sending("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = once.post("/v1/transfers", transfer(from, to, "10"));
        Answer again = once.post("/v1/transfers", transfer(from, to, "10"));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Database.execute("update requests.answered_request set asked_at = asked_at - interval '2 days'"
                + " where operation = 'transfer'");
        assertThat(once.post("/v1/transfers", transfer(from, to, "10")).status())
                .isEqualTo(201);
        Answer other = once.post("/v1/transfers", transfer(from, to, "11"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problems()).containsExactly("Idempotency-Key key-reused");
        assertThat(balance(ada, from)).isEqualTo(90);
    }
}
