// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.ApiDescription;
import dev.athanor.it.openapi.DescribedOperation;
import dev.athanor.it.openapi.Exchange;
import dev.athanor.it.openapi.ResourceMethods;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The OpenAPI document is complete, and the server does what it says. */
@RunAsClient
class OpenApiIT extends InContainer {
    private static final Asking NOBODY = Asking.by(Client.nobody());

    private final ApiDescription document =
            ApiDescription.parse(http().get("/openapi?format=JSON").body());

    @Test
    void theDocumentIsOfTheVersionThatSchemasOfJsonHave() {
        assertThat(document.version()).startsWith("3.1.");
        assertThat(http().get("/openapi").body()).startsWith("---\nopenapi: 3.1.");
    }

    @Test
    void thereIsAPageForPeople() {
        HttpResponse<String> page = http().get("/openapi/ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
    }

    @Test
    void everyResourceMethodIsDescribedAndNothingElseIs() {
        Set<String> described = document.operations().stream()
                .map(DescribedOperation::address)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described)
                .as("the document beside the resources: of those missing see @Operation(hidden) and mp.openapi.*")
                .isEqualTo(ResourceMethods.all());
    }

    @Test
    void whatIsForUsersSaysSo() {
        Set<String> secured = document.operations().stream()
                .filter(DescribedOperation::isSecured)
                .map(DescribedOperation::address)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(secured)
                .as("@SecurityRequirement(name = ApiApplication.TOKEN) is where @RolesAllowed is")
                .isEqualTo(ResourceMethods.ofUsers());
    }

    @Test
    void nothingIsLeftUnsaid() {
        assertThat(document.operations().stream().flatMap(operation -> operation.omissions().stream()))
                .isEmpty();
    }

    @Test
    void everyOperationAnswersAsItIsDescribed() {
        List<String> problems = new ArrayList<>();
        Map<String, Exchange> succeeded = new LinkedHashMap<>();
        for (ApiCalls.Call call : ApiCalls.all()) {
            Exchange exchange = call.send().get();
            document.operation(call.operation())
                    .ifPresentOrElse(
                            operation -> problems.addAll(operation.problems(exchange)),
                            () -> problems.add("ApiCalls calls " + call.operation() + ", which is not described"));
            if (exchange.response().statusCode() != call.status()) {
                problems.add("%s: %d was to be answered by %s: %s"
                        .formatted(
                                call.operation(),
                                call.status(),
                                exchange,
                                exchange.response().body()));
            } else if (call.status() < 300) {
                succeeded.put(call.operation(), exchange);
            }
        }

        for (DescribedOperation operation : document.operations()) {
            if (succeeded.containsKey(operation.id())) {
                problems.addAll(refusals(operation, succeeded.get(operation.id())));
            } else {
                problems.add(operation + ": add a call of it that succeeds to ApiCalls: call(\"" + operation.id()
                        + "\", 200, () -> user.get(\"…\"))");
            }
        }
        assertThat(problems).isEmpty();
    }

    /** What is answered to those who may not, or who send or want what it has not. */
    private static List<String> refusals(DescribedOperation operation, Exchange well) {
        String path = well.address().substring("/api".length());
        List<Exchange> refused = new ArrayList<>();
        if (operation.isSecured()) {
            refused.add(NOBODY.send(well.method(), path, well.mediaType(), well.body()));
            refused.add(NOBODY.with("Authorization", "Token nonsense")
                    .send(well.method(), path, well.mediaType(), well.body()));
        }
        Asking user = operation.isSecured() ? Asking.by(Client.administrator()) : NOBODY;
        if (operation.hasBody()) {
            refused.add(user.send(well.method(), path, "application/x-nothing", "x"));
            refused.add(user.send(well.method(), path, well.mediaType(), "{\"no"));
            refused.add(user.send(well.method(), path, well.mediaType(), "x".repeat(1_100_000)));
        }
        if (operation.answersWithBody()) {
            refused.add(user.with("Accept", "application/x-nothing")
                    .send(well.method(), path, well.mediaType(), well.body()));
        }
        List<String> problems = new ArrayList<>();
        for (Exchange exchange : refused) {
            problems.addAll(operation.problems(exchange));
            if (exchange.response().statusCode() < 400 || exchange.response().statusCode() >= 500) {
                problems.add(operation + ": was to be refused: " + exchange);
            }
        }
        return problems;
    }

    @Test
    void examplesAreThereAndAsTheirSchemasWantThem() {
        List<String> problems = new ArrayList<>();
        document.schemas().forEach((name, schema) -> schema.path("properties")
                .fields()
                .forEachRemaining(property -> example(name + "." + property.getKey(), property.getValue(), problems)));

        assertThat(problems).isEmpty();
    }

    private void example(String name, JsonNode schema, List<String> problems) {
        if (!schema.has("$ref")
                && !schema.at("/items").has("$ref")
                && schema.path("examples").isEmpty()) {
            problems.add(name + ": add @Schema(examples = …)");
        }
        schema.path("examples").forEach(example -> document.violations(schema, example).stream()
                .map(violation -> name + ": change the example " + example + ": " + violation)
                .forEach(problems::add));
    }

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }
}
