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
import org.junit.jupiter.api.Test;

/** What all that is written under {@code /api/v1} has in common, shown on products. */
@RunAsClient
class ProductsApiIT extends InContainer {
    private static Client editor = Client.nobody();

    private final String sku =
            "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String path = "/v1/products/" + sku;

    @BeforeAll
    static void logIn() {
        editor = Client.withRole(Roles.EDITOR);
    }

    private String kettle() {
        return """
                {"sku": "%s", "name": "Kettle", "kind": "HOUSEHOLD", "quality": "NEW", "price": 10.00, "cost": 6,
                 "quantity": 5, "reorderAt": 1, "description": "It boils", "weight": 1.2, "tags": ["tea"],
                 "extent": {"length": 200, "width": 150, "height": 250}, "attributes": {"colour": "red"},
                 "promises": {"warrantyMonths": 24, "dispatchedUntil": "16:00:00", "leadTime": "PT48H"},
                 "energy": {"grade": "A", "kilowattHours": 90}, "availableFrom": "2024-02-29"}""".formatted(sku);
    }

    private Answer added() {
        Answer added = editor.post("/v1/products", kettle());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added;
    }

    @Test
    void whatIsNewIsToldWithItsPlaceAndTag() {
        Answer added = added();

        assertThat(added.header("Location")).isEqualTo("/api" + path);
        assertThat(added.json().getString("name")).isEqualTo("Kettle");
        Answer found = Client.nobody().get(path);
        assertThat(found.text()).isEqualTo(added.text());
        assertThat(found.header("ETag")).isEqualTo(added.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aPatchChangesWhatItSaysAndTakesAwayWhatIsNull() {
        added();

        Answer changed = editor.patch(path, """
                {"name": "Tea kettle", "description": null, "promises": {"leadTime": null}, "attributes": {"lid": "yes"}}""");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        JsonObject kettle = changed.json();
        assertThat(kettle.getString("name")).isEqualTo("Tea kettle");
        assertThat(kettle.isNull("description")).isTrue();
        assertThat(kettle.getJsonNumber("weight").doubleValue()).isEqualTo(1.2);
        assertThat(Answer.texts(kettle, "tags")).containsExactly("tea");
        assertThat(number("warranty_months = 24 and lead_time is null and dispatched_until = '16:00'"
                        + " and attributes = '{\"colour\": \"red\", \"lid\": \"yes\"}' and energy is not null"
                        + " and length_mm = 200"))
                .isOne();
    }

    private long number(String condition) {
        return Database.number("select count(*) from commerce.product where sku = '" + sku + "' and " + condition);
    }

    @Test
    void aPutSaysAllAnew() {
        added();

        Answer changed = editor.put(path, """
                {"sku": "%s", "name": "Pot", "kind": "TOOL", "quality": "USED", "price": 3, "cost": 1}""".formatted(sku));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().getString("kind")).isEqualTo("TOOL");
        assertThat(number("description is null and weight is null and tags = '{}' and energy is null"))
                .isOne();
        assertThat(stock()).isEqualTo(5);
    }

    private long stock() {
        return Database.number("select s.quantity from commerce.stock s join commerce.product p on p.id = s.product_id"
                + " where p.sku = '" + sku + "'");
    }

    @Test
    void whatIsDeletedIsSoldNoLonger() {
        added();

        assertThat(editor.delete(path).status()).isEqualTo(204);

        assertThat(Client.nobody().get(path).status()).isEqualTo(404);
        assertThat(editor.delete(path).status()).isEqualTo(404);
        assertThat(editor.patch(path, "{}").status()).isEqualTo(404);
        assertThat(number("not listed")).isOne();
    }

    @Test
    void whoHasMadeAndLastChangedItIsKept() {
        added();
        Client other = Client.withRole(Roles.EDITOR);
        assertThat(other.patch(path, "{\"name\": \"Other\"}").status()).isEqualTo(200);

        assertThat(number("created_by = " + keyOf(editor) + " and updated_by = " + keyOf(other)))
                .isOne();
    }

    /** What callers are known by. */
    private static String keyOf(Client client) {
        return "(select id::text from identity.users where username = '" + client.name() + "')";
    }

    @Test
    void stockIsFilledUp() {
        added();

        assertThat(editor.post(path + "/stock", "{\"quantity\": 7}").json().getInt("quantity"))
                .isEqualTo(12);
        for (String quantity : List.of("0", "999999994", "2147483647")) {
            assertThat(editor.post(path + "/stock", "{\"quantity\": " + quantity + "}")
                            .problems())
                    .as(quantity)
                    .containsExactly("/quantity invalid");
        }
        assertThat(editor.post("/v1/products/NONE-OF-IT/stock", "{\"quantity\": 1}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoKnowsTheLatestIsToldSoAndNoMore() {
        added();

        Answer known =
                Client.nobody().sending("If-None-Match", "\"7\", W/\"1\"").get(path);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo("\"1\"");

        editor.patch(path, "{\"name\": \"Pot\"}");
        assertThat(Client.nobody().sending("If-None-Match", "\"1\"").get(path).status())
                .isEqualTo(200);
    }

    @Test
    void listsHaveTagsOfWhatTheySay() {
        added();
        String list = "/v1/products?filter=sku==" + sku;
        String tag = Client.nobody().get(list).header("ETag");

        assertThat(tag).startsWith("W/\"");
        assertThat(Client.nobody().sending("If-None-Match", tag).get(list).status())
                .isEqualTo(304);
        editor.patch(path, "{\"name\": \"Pot\"}");
        assertThat(Client.nobody().sending("If-None-Match", tag).get(list).status())
                .isEqualTo(200);
    }

    @Test
    void whoBelievesInAnOlderOneChangesNothing() {
        added();
        editor.patch(path, "{\"name\": \"Pot\"}");

        for (String stale : new String[] {"\"1\"", "W/\"2\"", "\"22\"", "nonsense"}) {
            Client late = editor.sending("If-Match", stale);
            Answer refused = late.patch(path, "{\"name\": \"Pan\"}");
            assertThat(refused.status()).as(stale).isEqualTo(412);
            assertThat(refused.problems()).containsExactly("If-Match changed-meanwhile");
            assertThat(late.put(path, kettle()).status()).isEqualTo(412);
            assertThat(late.delete(path).status()).isEqualTo(412);
        }
        assertThat(number("name = 'Pot' and listed")).isOne();
        assertThat(editor.sending("If-Match", "\"1\", \"2\"")
                        .patch(path, "{\"name\": \"Pan\"}")
                        .status())
                .isEqualTo(200);
        assertThat(editor.sending("If-Match", "*").delete(path).status()).isEqualTo(204);
    }

    @Test
    void everythingWrongIsSaidAtOnceWithPointers() {
        assertThat(editor.post("/v1/products", """
                {"sku": "no such", "name": 7, "kind": "HOUSEHOLD", "price": "free", "colour": "red", "tags": ["a", null, 3],
                 "extent": {"length": 1.5, "depth": 1}, "availableFrom": "soon", "a/b~c": 1}""").problems())
                .containsExactly(
                        "/availableFrom invalid",
                        "/a~1b~0c invalid",
                        "/colour invalid",
                        "/extent/depth invalid",
                        "/extent/height invalid",
                        "/extent/length invalid",
                        "/extent/width invalid",
                        "/name invalid",
                        "/price invalid",
                        "/tags/1 invalid",
                        "/tags/2 invalid");
        Answer broken = editor.post("/v1/products", """
                {"sku": "no such", "name": "", "kind": "FOOD", "quality": "NEW", "price": -1, "cost": 1e9}""");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.problems())
                .containsExactly("/cost invalid", "/kind invalid", "/name invalid", "/price invalid", "/sku invalid");
    }

    @Test
    void whatNobodyKnowsIsRefusedInAPatchTooEvenNothing() {
        added();

        assertThat(editor.patch(path, "{\"colour\": null, \"extent\": {\"depth\": null}}")
                        .problems())
                .containsExactly("/colour invalid", "/extent/depth invalid");
        assertThat(editor.patch(path, "{\"name\": null, \"quantity\": 3}").problems())
                .containsExactly("/quantity invalid");
        assertThat(editor.patch(path, "{\"name\": null, \"sku\": \"OTHER\"}").problems())
                .containsExactly("/name invalid", "/sku invalid");
        assertThat(editor.patch(path, "[1]").problems()).containsExactly(" invalid");
    }

    /** What it would refuse would be an error of ours. */
    @Test
    void tagsAndNamesOfAttributesAreSuchAsTheDatabaseKeeps() {
        added();

        assertThat(editor.patch(path, "{\"attributes\": {\"a\\u0000\": \"x\"}}").problems())
                .containsExactly("/attributes/a\0 invalid");
        assertThat(editor.patch(path, "{\"tags\": [\"a\", \"" + "x".repeat(65) + "\"]}")
                        .problems())
                .containsExactly("/tags/1 invalid");
        assertThat(editor.patch(path, "{\"tags\": [\"a\", \"" + "x".repeat(64) + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsThereAlreadyIsAConflict() {
        added();

        Answer again = editor.post("/v1/products", kettle());

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problems()).containsExactly("/sku taken");
    }

    @Test
    void whatCannotBeReadIsToldWithThePlace() {
        assertMalformed("{\"sku\":\n  oops}", "line 2, column");
        assertMalformed("{} {}", "line 1, column");
        assertMalformed("", "missing");
    }

    private static void assertMalformed(String body, String detail) {
        Answer answer = editor.post("/v1/products", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly(" malformed");
        assertThat(answer.text()).contains(detail);
    }

    @Test
    void refusalsOfAllKindsAreProblems() {
        added();
        Client user = Client.registered();

        assertProblem(Client.nobody().post("/v1/products", kettle()), 401);
        assertProblem(user.post("/v1/products", kettle()), 403);
        assertProblem(user.patch(path, "{}"), 403);
        assertProblem(user.delete(path), 403);
        assertProblem(user.get("/v1/nothing"), 404);
        assertProblem(editor.post(path, "{}"), 405);
        assertProblem(editor.sending("Accept", "image/png").get(path), 406);
        assertProblem(editor.send("POST", "/v1/products", "sku=1", "Content-Type", "text/plain"), 415);
        assertProblem(editor.get("/v1/products?filter=sku==%00"), 400);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
    }
}
