// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders by HTTP, from outside: from what is wanted to what is paid and shipped, for the customer alone. */
@RunAsClient
class OrdersApiIT extends InContainer {
    private static Client editor = Client.nobody();

    private final Client customer = Client.registered();
    private final String prefix =
            "O" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeAll
    static void logIn() {
        editor = Client.withRole(Roles.EDITOR);
    }

    @BeforeEach
    void stock() {
        add("KETTLE", "10.00", 5);
        add("PAN", "20.00", 2);
    }

    private void add(String name, String price, int quantity) {
        Answer added = editor.post("/v1/products", """
                {"sku": "%s-%s", "name": "%s", "kind": "HOUSEHOLD", "quality": "NEW", "price": %s, "cost": 1,
                 "quantity": %d, "reorderAt": 1}""".formatted(prefix, name, name, price, quantity));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private String order(boolean wholly, int kettles, int pans) {
        return """
                {"address": {"recipient": "Ada", "street": "Main Street 1", "postcode": "10000", "city": "Prague"},
                 "lines": [{"sku": "%s-KETTLE", "quantity": %d}, {"sku": "%s-PAN", "quantity": %d}], "wholly": %b}""".formatted(prefix, kettles, prefix, pans, wholly);
    }

    private Answer placed(int kettles, int pans) {
        Answer placed = customer.post("/v1/orders", order(false, kettles, pans));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        return placed;
    }

    private static String path(Answer placed) {
        return placed.header("Location").substring("/api".length());
    }

    @Test
    void anOrderIsMadeOfItsLines() {
        Answer placed = placed(2, 3);

        JsonObject order = placed.json();
        assertThat(order.getJsonNumber("total").doubleValue()).isEqualTo(24.2);
        assertThat(order.getJsonArray("items").getJsonObject(0).getString("name"))
                .isEqualTo("KETTLE");
        assertThat(order.getJsonArray("refused").getJsonObject(0).getString("reason"))
                .isEqualTo("is not in stock");
        JsonObject found = customer.get(path(placed) + "?include=items.product").json();
        assertThat(found.getJsonArray("items")).isEqualTo(order.getJsonArray("items"));
        assertThat(found.getString("city")).isEqualTo("Prague");
    }

    @Test
    void whatIsNotThereIsAConflictAndWhatIsWrongIsNot() {
        Answer soldOut = customer.post("/v1/orders", order(true, 1, 3));
        assertThat(soldOut.status()).isEqualTo(409);
        assertThat(soldOut.problems()).containsExactly("/lines/1 out-of-stock");

        Answer unknown = customer.post("/v1/orders", order(true, 1, 1).replace("-PAN", "-POT"));
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.problems()).containsExactly("/lines/1 not-sold");

        Answer wrong = customer.post("/v1/orders", order(true, 0, 1).replace("Prague", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.problems()).containsExactly("/address/city invalid", "/lines/0/quantity invalid");

        assertThat(customer.post("/v1/orders", "{}").problems()).containsExactly("/address invalid", "/lines invalid");
        assertThat(customer.get("/v1/orders").json().getInt("total")).isZero();
    }

    @Test
    void anOrderIsPaidInPartsAndNoMoreThanIsDue() {
        String path = path(placed(1, 1));

        Answer part = customer.post(path + "/payments", "{\"amount\": 6.30, \"card\": {\"lastDigits\": \"1234\"}}");
        assertThat(part.status()).as(part.text()).isEqualTo(200);
        assertThat(part.json().getJsonNumber("due").doubleValue()).isEqualTo(30.0);

        Answer more = customer.post(path + "/payments", "{\"amount\": 30.01, \"card\": {\"lastDigits\": \"1234\"}}");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.problems()).containsExactly("/amount more-than-due");
        Answer wrong = customer.post(path + "/payments", "{\"amount\": -1, \"bank\": {\"iban\": \"x\"}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.problems()).containsExactly("/amount invalid", "/bank/iban invalid");
        assertThat(customer.post(path + "/payments", "{}").problems())
                .containsExactly("/amount invalid", "/card invalid");
        Answer all =
                customer.post(path + "/payments", "{\"amount\": 30, \"bank\": {\"iban\": \"DE02120300000000202051\"}}");
        assertThat(all.json().getJsonNumber("due").doubleValue()).isZero();
    }

    @Test
    void whatIsTakenBackIsInStockAgainOnce() {
        String path = path(placed(5, 1));

        Answer cancelled = customer.post(path + "/cancellation");
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(cancelled.json().isNull("cancelledAt")).isFalse();
        Answer again = customer.post(path + "/cancellation");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problems()).containsExactly("/order order-cancelled");
        assertThat(customer.post("/v1/orders", order(true, 5, 1)).status()).isEqualTo(201);
    }

    @Test
    void whatIsAnothersIsNotThere() {
        String path = path(placed(1, 1));
        Client stranger = Client.registered();

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/papers").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/cancellation").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/payments", "{\"amount\": 1, \"card\": {\"lastDigits\": \"1234\"}}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/v1/orders").json().getInt("total")).isZero();
        assertThat(Client.nobody().get("/v1/orders").status()).isEqualTo(401);
        assertThat(Client.nobody().post("/v1/orders", order(true, 1, 1)).status())
                .isEqualTo(401);
        assertThat(customer.get("/v1/orders").json().getInt("total")).isEqualTo(1);
    }

    /** Which the column would refuse, as an error of ours. */
    @Test
    void anOrderMayCostMoreThanAnInvoiceCanBeAbout() {
        add("YACHT", "999999999", 1000);
        Answer placed = customer.post(
                "/v1/orders", order(false, 1, 1).replace("-KETTLE\", \"quantity\": 1", "-YACHT\", \"quantity\": 1000"));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(placed.json().getJsonArray("refused")).isEmpty();

        Answer invoice = editor.post(path(placed) + "/papers", "{\"kind\": \"INVOICE\", \"dueOn\": \"2030-01-31\"}");

        assertThat(invoice.status()).isEqualTo(422);
        assertThat(invoice.problems()).containsExactly("/order invalid");
        assertThat(customer.post(path(placed) + "/cancellation").status()).isEqualTo(200);
    }

    @Test
    void editorsShipAndCustomersSeeThePapers() {
        String path = path(placed(1, 1));
        String delivery = "{\"kind\": \"DELIVERY\", \"parcels\": 2}";

        assertThat(customer.post(path + "/papers", delivery).status()).isEqualTo(403);
        Answer invoice = editor.post(path + "/papers", "{\"kind\": \"INVOICE\", \"dueOn\": \"2030-01-31\"}");
        assertThat(invoice.status()).as(invoice.text()).isEqualTo(201);
        assertThat(editor.post(path + "/papers", delivery).status()).isEqualTo(201);
        assertThat(editor.post(path + "/papers", delivery.replace("2", "0")).problems())
                .containsExactly("/parcels invalid");
        assertThat(editor.post(path + "/papers", "{\"kind\": \"BILL\"}").problems())
                .containsExactly("/kind invalid");
        assertThat(editor.post("/v1/orders/999999999/papers", delivery).status())
                .isEqualTo(404);

        assertThat(customer.get(path(invoice)).text()).isEqualTo(invoice.text()).contains("\"amount\":36.30");
        assertThat(customer.get(path + "/papers").text())
                .containsSubsequence("\"kind\":\"INVOICE\"", "\"kind\":\"DELIVERY\"", "\"parcels\":2");
        customer.post(path + "/cancellation");
        assertThat(editor.post(path + "/papers", delivery).problems()).containsExactly("/order order-cancelled");
    }

    /** However many orders there are: one for them, and one for each relation, products of all items together. */
    @Test
    void listsTakeAsManyStatementsAsRelations() {
        for (int i = 0; i < 2; i++) {
            placed(1, 1);
        }
        double orders = statementsOf("/v1/orders?fields=placedAt");

        assertThat(statementsOf("/v1/orders")).isEqualTo(orders + 2);
        assertThat(statementsOf("/v1/orders?include=items.product,payments")).isEqualTo(orders + 3);
        assertThat(statementsOf("/v1/orders?fields=total,items.name&include=items&sort=-total"
                        + "&filter=total=gt=1;city==Prague"))
                .isEqualTo(orders + 1);
        assertThat(statementsOf("/v1/orders?fields=placedAt,payments.amount&include=payments"))
                .isEqualTo(orders + 1);
        assertThat(statementsOf("/v1/orders?include=items&fields=items.name")).isEqualTo(orders + 2);
    }

    private double statementsOf(String list) {
        return Statements.of(() -> {
            Answer answer = customer.get(list);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().getJsonArray("items")).hasSize(2);
        });
    }

    @Test
    void keysetsGoThroughOrdersByTheirTotals() {
        placed(1, 1);
        placed(2, 1);
        Answer first = customer.get("/v1/orders?sort=-total&cursor=&size=1");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        List<String> links = first.response().headers().allValues("Link");
        assertThat(links).hasSize(1);
        String next = links.get(0).substring(1, links.get(0).indexOf('>')).substring("/api".length());
        assertThat(customer.get(next).json().getJsonArray("items")).hasSize(1);
    }
}
