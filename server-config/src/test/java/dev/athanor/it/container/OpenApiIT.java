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
    private static final int LARGEST_BODY = 1 << 20;
    private static final int LARGEST_FILE = 3_000_000;

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
        Callers callers = Callers.registered();
        for (ApiCalls.Call call : ApiCalls.all(callers)) {
            Exchange exchange = call.send().get();
            document.operation(call.operation())
                    .ifPresentOrElse(
                            operation -> problems.addAll(operation.problems(exchange)),
                            () -> problems.add(
                                    "a table of ApiCalls calls " + call.operation() + ", which is not described"));
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
                problems.addAll(refusals(callers, operation, succeeded.get(operation.id())));
            } else {
                problems.add(operation + ": add a call of it that succeeds to a table of ApiCalls: call(\""
                        + operation.id() + "\", 200, () -> user.get(\"…\"))");
            }
        }
        assertThat(problems).isEmpty();
    }

    /** What is answered to those who may not, or who send or want what it has not. */
    private static List<String> refusals(Callers callers, DescribedOperation operation, Exchange well) {
        Repeated repeated = new Repeated(well);
        List<String> problems = new ArrayList<>();
        if (operation.isSecured()) {
            problems.addAll(refused(operation, 401, repeated.by(callers.nobody())));
            problems.addAll(
                    refused(operation, 401, repeated.by(callers.nobody().with("Authorization", "Token nonsense"))));
        }
        if (ResourceMethods.ofRoles().contains(operation.address())) {
            problems.addAll(refused(operation, 403, repeated.by(callers.user())));
        }
        Asking caller = operation.isSecured() ? callers.administrator() : callers.nobody();
        if (operation.hasBody()) {
            problems.addAll(refused(operation, 415, repeated.sending(caller, "application/x-nothing", "x")));
            problems.addAll(refused(operation, 413, repeated.sending(caller, tooLarge(operation))));
        }
        if (operation.takesJson()) {
            problems.addAll(refused(operation, malformed(operation), repeated.sending(caller, "{\"no")));
        }
        if (operation.answersWithBody()) {
            problems.addAll(refused(operation, 406, repeated.by(caller.with("Accept", "application/x-nothing"))));
        }
        return problems;
    }

    /** RealWorld has one status for all that is wrong with a body; the rest tells no JSON from what JSON says. */
    private static int malformed(DescribedOperation operation) {
        return operation.address().contains(" /api/v1/") ? 400 : 422;
    }

    /** Files may be larger than documents and pictures. */
    private static String tooLarge(DescribedOperation operation) {
        return "x".repeat(operation.address().endsWith("/import") ? LARGEST_FILE + 1 : LARGEST_BODY + 1);
    }

    private static List<String> refused(DescribedOperation operation, int status, Exchange exchange) {
        List<String> problems = new ArrayList<>(operation.problems(exchange));
        if (exchange.response().statusCode() != status) {
            problems.add("%s: %d was to refuse %s: %s"
                    .formatted(operation, status, exchange, exchange.response().body()));
        }
        return problems;
    }

    /** A call that succeeded, once more but for what is to be refused. */
    private record Repeated(Exchange well) {
        Exchange by(Asking caller) {
            return sending(caller, well.mediaType(), well.body());
        }

        Exchange sending(Asking caller, String body) {
            return sending(caller, well.mediaType(), body);
        }

        Exchange sending(Asking caller, String mediaType, String body) {
            String path = well.address().substring("/api".length());
            return caller.send(well.method(), path, mediaType, body);
        }
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
                && !schema.at("/anyOf/0").has("$ref")
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
