// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories and reports by HTTP, from outside. */
@RunAsClient
class ReportsApiIT extends InContainer {
    private static Client editor = Client.nobody();
    private static Client administrator = Client.nobody();

    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void logIn() {
        editor = Client.withRole(Roles.EDITOR);
        administrator = Client.administrator();
    }

    @Test
    void categoriesAreATree() {
        Answer top = editor.post("/v1/categories", "{\"name\": \"Top " + word + "\"}");
        assertThat(top.status()).as(top.text()).isEqualTo(201);
        String slug = top.json().getString("slug");
        assertThat(top.header("Location")).isEqualTo("/api/v1/categories/" + slug);
        String below = "{\"name\": \"Below " + word + "\", \"parent\": \"" + slug + "\"}";
        String inner = editor.post("/v1/categories", below).json().getString("slug");

        Client anybody = Client.nobody();
        assertThat(anybody.get("/v1/categories/" + inner + "/path").text())
                .containsSubsequence("Top " + word, "Below " + word);
        assertThat(anybody.get("/v1/categories/" + slug + "/tree").text())
                .containsSubsequence("Top " + word, "Below " + word);
        assertThat(anybody.get("/v1/categories/nothing-" + word + "/tree").status())
                .isEqualTo(404);
        assertThat(anybody.get("/v1/categories?filter=name==*" + word + "&include=parent,children&sort=name")
                        .text())
                .containsSubsequence(
                        "\"name\":\"Below " + word,
                        "\"slug\":\"" + slug,
                        "\"name\":\"Top " + word,
                        "\"slug\":\"" + inner);
        Answer again = editor.post("/v1/categories", below);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problems()).containsExactly("/name taken");
        assertThat(editor.post("/v1/categories", "{\"name\": \"x\", \"parent\": \"nothing-" + word + "\"}")
                        .problems())
                .containsExactly("/parent invalid");
        assertThat(Client.registered().post("/v1/categories", below).status()).isEqualTo(403);
    }

    @Test
    void salesAreToldByMonthsDaysAndKinds() {
        String sku = word.toUpperCase(Locale.ROOT);
        editor.post("/v1/products", """
                {"sku": "%s", "name": "Kettle %s", "kind": "MEDIA", "quality": "NEW", "price": 90000000, "cost": 1,
                 "quantity": 5}""".formatted(sku, word));
        Answer placed = editor.post("/v1/orders", """
                {"address": {"recipient": "Ada", "street": "Main Street 1", "postcode": "10000", "city": "Prague"},
                 "lines": [{"sku": "%s", "quantity": 2}]}""".formatted(sku));
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);

        assertThat(editor.get("/v1/reports/sales/months").text()).contains("\"kind\":\"MEDIA\"", "\"pieces\"");
        assertThat(editor.get("/v1/reports/sales/days").text()).contains("\"running\"", "\"weekly\"");
        assertThat(editor.get("/v1/reports/sales/best?size=200").text()).contains("Kettle " + word);
        assertThat(editor.get("/v1/reports/sales/days?from=1999-01-01&until=1999-12-31")
                        .text())
                .isEqualTo("{\"items\":[]}");
    }

    /** Also of years that Java knows, and the database does not. */
    @ParameterizedTest
    @CsvSource({"from=yesterday,from", "from=%2B10000-01-01,from", "until=-0001-01-01,until", "until=2023-02-29,until"})
    void whatIsNoDayIsRefused(String query, String parameter) {
        for (String report : List.of("months", "days")) {
            Answer wrong = editor.get("/v1/reports/sales/" + report + "?" + query);

            assertThat(wrong.status()).as(wrong.text()).isEqualTo(400);
            assertThat(wrong.text()).contains("\"parameter\":\"" + parameter + "\"");
        }
    }

    @Test
    void authorsAreToldByTheirNames() {
        Client author = Client.registered();
        author.publish("Looms " + word);

        assertThat(Client.nobody().get("/v1/reports/authors").text())
                .contains("{\"articles\":1,\"favourites\":0,\"latest\":\"")
                .contains("\"username\":\"" + author.name() + "\"");
    }

    @Test
    void theLedgerAddsUp() {
        Answer report = administrator.get("/v1/reports/ledger");

        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().getJsonArray("discrepancies")).isEmpty();
        assertThat(editor.get("/v1/reports/ledger").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales/months", "sales/days", "sales/best", "courses", "ledger", "organisation/pay"})
    void whatIsTheShopsIsNotForEverybody(String report) {
        assertThat(Client.registered().get("/v1/reports/" + report).status()).isEqualTo(403);
        assertThat(Client.nobody().get("/v1/reports/" + report).status()).isEqualTo(401);
    }
}
