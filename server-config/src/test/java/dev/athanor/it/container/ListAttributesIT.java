// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.ApiDescription;
import dev.athanor.it.openapi.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the document says that a list has, the list is sorted and filtered by, forwards and backwards. */
@RunAsClient
class ListAttributesIT extends InContainer {
    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("courses", "CourseView"),
            Map.entry("students", "StudentView"),
            Map.entry("enrolments", "EnrolmentView"),
            Map.entry("products", "ProductView"),
            Map.entry("orders", "OrderView"),
            Map.entry("accounts", "AccountView"),
            Map.entry("transfers", "TransferView"),
            Map.entry("employees", "EmployeeView"),
            Map.entry("departments", "DepartmentView"),
            Map.entry("categories", "CategoryView"),
            Map.entry("people", "PersonView"));

    /** What is beyond what the database can keep, or no value at all. */
    private static final List<String> ODD = List.of(
            "x",
            "1e999999999",
            "-1e-999999999",
            "NaN",
            "99999999999999999999",
            "%2B999999999-12-31",
            "0001-01-01",
            "-999999999-01-01",
            "%2B999999999-12-31T00:00:00Z",
            "*",
            "true");

    private static final ApiDescription DOCUMENT =
            ApiDescription.parse(new Http(TestServerSession.server().address())
                    .get("/openapi?format=JSON")
                    .body());

    private static Callers callers;

    @BeforeAll
    static void something() {
        callers = Callers.registered();
        Stream.<CallTable>of(
                        new AcademyCalls(callers),
                        new LedgerCalls(callers),
                        new StaffCalls(callers),
                        new ShopCalls(callers),
                        new PublishingCalls(callers))
                .forEach(CallTable::fill);
    }

    /** Orders are of customers alone; what else there is, administrators see all of it. */
    private static Asking reader(String list) {
        return list.equals("orders") ? callers.user() : callers.administrator();
    }

    private static List<String> attributes(String list) {
        List<String> names = new ArrayList<>();
        JsonNode view = Objects.requireNonNull(DOCUMENT.schemas().get(VIEWS.get(list)), list);
        view.path("properties").fields().forEachRemaining(property -> {
            boolean isRelation = Stream.of("/$ref", "/items/$ref", "/anyOf/0/$ref")
                    .anyMatch(place -> !property.getValue().at(place).isMissingNode());
            if (!isRelation) {
                names.add(property.getKey());
            }
        });
        assertThat(names).as(list).isNotEmpty();
        return names;
    }

    @Test
    void byEachAttributePagesAreSorted() {
        List<String> problems = new ArrayList<>();
        VIEWS.keySet().forEach(list -> attributes(list).forEach(attribute -> {
            for (String order : List.of(attribute, "-" + attribute)) {
                for (String page : List.of("cursor=&size=1", "page=1&size=1")) {
                    String path = "/v1/" + list + "?fields=" + attribute + "&sort=" + order + "&" + page;
                    Exchange first = answered(200, reader(list), path, problems);
                    next(first).ifPresent(more -> answered(200, reader(list), more, problems));
                }
            }
        }));

        assertThat(problems).isEmpty();
    }

    private static Optional<String> next(Exchange page) {
        return page.response().headers().allValues("Link").stream()
                .filter(link -> link.contains("rel=\"next\""))
                .map(link -> link.substring("</api".length(), link.indexOf('>')))
                .findFirst();
    }

    @Test
    void byEachAttributeItIsFiltered() {
        List<String> problems = new ArrayList<>();
        VIEWS.keySet().forEach(list -> attributes(list).forEach(attribute -> {
            String path = "/v1/" + list + "?size=1&filter=" + attribute;
            answered(200, reader(list), path + "%3Dnull%3Dfalse", problems);
            for (String value : ODD) {
                answered(0, reader(list), path + "%3D%3D'" + value + "'", problems);
                answered(0, reader(list), path + "%3Dgt%3D'" + value + "'", problems);
            }
        }));

        assertThat(problems).isEmpty();
    }

    /** With 0, what is understood or is not; but it is no error of the server's. */
    private static Exchange answered(int status, Asking reader, String path, List<String> problems) {
        Exchange exchange = reader.get(path);
        int answer = exchange.response().statusCode();
        if (status == 0 ? answer != 200 && answer != 400 : answer != status) {
            problems.add(exchange + ": " + exchange.response().body());
        }
        return exchange;
    }
}
