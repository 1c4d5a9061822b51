// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.Exchange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A call of each operation of the API, in an order in which they succeed; and what they do where they do not. A new
 * operation needs a line here, by the id that its annotation gives it:
 *
 * <pre>{@code
 * call("GetOrder", 200, () -> user.get("/v1/orders/" + order));
 * }</pre>
 */
final class ApiCalls {
    private final String unique = UUID.randomUUID().toString();
    private final Client ada = Client.registered();
    private final Client bob = Client.registered();
    private final Asking nobody = Asking.by(Client.nobody());
    private final Asking user = Asking.by(ada);
    private final Asking other = Asking.by(bob);
    private final Asking administrator = Asking.by(Client.administrator());
    private final List<Call> calls = new ArrayList<>();

    /**
     * A call.
     *
     * @param operation the id of the operation
     * @param status what is to be answered
     * @param send sends it
     */
    record Call(String operation, int status, Supplier<Exchange> send) {}

    static List<Call> all() {
        ApiCalls table = new ApiCalls();
        table.users();
        table.profiles();
        table.articles();
        table.roles();
        table.lists();
        return table.calls;
    }

    private void call(String operation, int status, Supplier<Exchange> send) {
        calls.add(new Call(operation, status, send));
    }

    private void users() {
        String registration = """
                {"user": {"username": "new-%s", "email": "new-%s@example.org", "password": "correct horse"}}""".formatted(unique, unique);
        String login = """
                {"user": {"email": "new-%s@example.org", "password": "%s"}}""";
        call("CreateUser", 201, () -> nobody.post("/users", registration));
        call("CreateUser", 422, () -> nobody.post("/users", registration));
        call("Login", 200, () -> nobody.post("/users/login", login.formatted(unique, "correct horse")));
        call("Login", 401, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        call("Login", 422, () -> nobody.post("/users/login", "{\"user\": {}}"));
        for (int i = 0; i < 4; i++) {
            call("Login", 401, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        }
        call("Login", 429, () -> nobody.post("/users/login", login.formatted(unique, "wrong horse")));
        call("GetCurrentUser", 200, () -> user.get("/user"));
        call("UpdateCurrentUser", 200, () -> user.put("/user", "{\"user\": {\"bio\": \"I weave\", \"image\": null}}"));
        call("UpdateCurrentUser", 422, () -> user.put("/user", "{\"user\": {\"email\": \"x\"}}"));
    }

    private void profiles() {
        call("GetProfileByUsername", 200, () -> nobody.get("/profiles/" + ada.name()));
        call("GetProfileByUsername", 404, () -> nobody.get("/profiles/nobody-" + unique));
        call("FollowUserByUsername", 200, () -> other.post("/profiles/" + ada.name() + "/follow"));
        call("FollowUserByUsername", 404, () -> other.post("/profiles/nobody-" + unique + "/follow"));
        call("FollowUserByUsername", 422, () -> other.post("/profiles/" + bob.name() + "/follow"));
    }

    private void articles() {
        String looms = "/articles/looms-" + unique;
        String comment = looms + "/comments";
        call("CreateArticle", 201, () -> user.post("/articles", Client.article("Looms " + unique, "weaving")));
        call("CreateArticle", 422, () -> user.post("/articles", "{\"article\": {\"title\": \"\"}}"));
        call("GetArticles", 200, () -> nobody.get("/articles?tag=weaving&author=" + ada.name() + "&limit=5&offset=0"));
        call("GetArticles", 422, () -> nobody.get("/articles?limit=x"));
        call("GetArticlesFeed", 200, () -> other.get("/articles/feed?limit=5&offset=0"));
        call("GetArticlesFeed", 422, () -> other.get("/articles/feed?limit=x"));
        call("GetArticle", 200, () -> nobody.get(looms));
        call("GetArticle", 404, () -> nobody.get("/articles/nothing-" + unique));
        call("UpdateArticle", 200, () -> user.put(looms, "{\"article\": {\"body\": \"Card by card\"}}"));
        call("UpdateArticle", 403, () -> other.put(looms, "{\"article\": {\"body\": \"Mine\"}}"));
        call("UpdateArticle", 404, () -> user.put("/articles/nothing-" + unique, "{\"article\": {\"body\": \"x\"}}"));
        call("UpdateArticle", 422, () -> user.put(looms, "{\"article\": {\"body\": \"\"}}"));
        call("CreateArticleFavorite", 200, () -> other.post(looms + "/favorite"));
        call("CreateArticleFavorite", 404, () -> other.post("/articles/nothing-" + unique + "/favorite"));
        call("DeleteArticleFavorite", 200, () -> other.delete(looms + "/favorite"));
        call("DeleteArticleFavorite", 404, () -> other.delete("/articles/nothing-" + unique + "/favorite"));
        call("CreateArticleComment", 200, () -> user.post(comment, "{\"comment\": {\"body\": \"Well said\"}}"));
        call("CreateArticleComment", 422, () -> user.post(comment, "{\"comment\": {\"body\": \"\"}}"));
        call("GetArticleComments", 200, () -> nobody.get(comment));
        call("GetArticleComments", 404, () -> nobody.get("/articles/nothing-" + unique + "/comments"));
        call("DeleteArticleComment", 403, () -> other.delete(comment + "/" + commentOf(comment)));
        call("DeleteArticleComment", 404, () -> user.delete(comment + "/999999999999"));
        call("DeleteArticleComment", 204, () -> user.delete(comment + "/" + commentOf(comment)));
        call("GetTags", 200, () -> nobody.get("/tags"));
        call("DeleteArticle", 403, () -> other.delete(looms));
        call("DeleteArticle", 204, () -> user.delete(looms));
        call("DeleteArticle", 404, () -> user.delete(looms));
        call("UnfollowUserByUsername", 200, () -> other.delete("/profiles/" + ada.name() + "/follow"));
    }

    private int commentOf(String path) {
        return ada.get(path).json().getJsonArray("comments").getJsonObject(0).getInt("id");
    }

    private void roles() {
        String path = "/v1/users/" + ada.name() + "/roles";
        call("GetRoles", 200, () -> administrator.get(path));
        call("GetRoles", 403, () -> user.get(path));
        call("GetRoles", 404, () -> administrator.get("/v1/users/nobody-" + unique + "/roles"));
        call("AssignRoles", 200, () -> administrator.put(path, "{\"roles\": [\"editor\"]}"));
        call("AssignRoles", 403, () -> user.put(path, "{\"roles\": [\"editor\"]}"));
        call("AssignRoles", 422, () -> administrator.put(path, "{\"roles\": [\"king\"]}"));
    }

    private void lists() {
        String code = "T" + unique.substring(0, 8);
        rows(code);
        String employee = "/v1/employees?filter=lastName%3D%3D" + code;
        String department = "/v1/departments?filter=name%3D%3D" + code;
        call(
                "ListCourses",
                200,
                () -> nobody.get("/v1/courses?filter=seats%3Dgt%3D1&sort=code&fields=code&page=1&size=5"));
        call("ListCourses", 200, () -> nobody.get("/v1/courses?include=prerequisites&cursor=&size=1"));
        call("ListCourses", 400, () -> nobody.get("/v1/courses?filter=x"));
        call("GetCourse", 200, () -> nobody.get("/v1/courses/" + code + "?fields=code&include=prerequisites"));
        call("GetCourse", 400, () -> nobody.get("/v1/courses/" + code + "?fields=nothing"));
        call("GetCourse", 404, () -> nobody.get("/v1/courses/nothing"));
        call("ListProducts", 200, () -> nobody.get("/v1/products?size=1"));
        call("GetProduct", 200, () -> nobody.get("/v1/products/" + code));
        call("GetProduct", 404, () -> nobody.get("/v1/products/nothing"));
        call("ListEmployees", 200, () -> user.get(employee + "&include=department"));
        call("GetEmployee", 200, () -> user.get("/v1/employees/" + first(employee)));
        call("GetEmployee", 404, () -> user.get("/v1/employees/999999999"));
        call("ListDepartments", 200, () -> user.get(department));
        call("GetDepartment", 200, () -> user.get("/v1/departments/" + first(department)));
        call("GetDepartment", 404, () -> user.get("/v1/departments/999999999"));
    }

    private int first(String list) {
        return ada.get(list).json().getJsonArray("items").getJsonObject(0).getInt("id");
    }

    /** One of each kind, all called the same. */
    private static void rows(String code) {
        for (String row : List.of(
                "academy.course (created_at, updated_at, version, code, title, seats) values"
                        + " (now(), now(), 1, '%1$s', 'Looms', 10), (now(), now(), 1, '%1$s-2', 'Looms', 10)",
                "commerce.product (id, created_at, updated_at, version, sku, name, kind, quality, price, cost, tags,"
                        + " sizes, attributes) values"
                        + " (gen_random_uuid(), now(), now(), 1, '%1$s', 'Loom', 'TOOL', 'NEW', 100, 50, '{}', '{}', '{}')",
                "workforce.department (created_at, updated_at, version, name) values (now(), now(), 1, '%1$s')",
                "workforce.person (created_at, updated_at, version, first_name, last_name, since, kind) values"
                        + " (now(), now(), 1, 'Ada', '%1$s', '2020-02-02', 'EMPLOYEE')",
                "workforce.employee (id, department_id, salary) select p.id, d.id, 1000 from workforce.person p,"
                        + " workforce.department d where p.last_name = '%1$s' and d.name = '%1$s'")) {
            try {
                TestServerSession.server().execute("insert into " + row.formatted(code));
            } catch (SQLException e) {
                throw new AssertionError("no row: " + row, e);
            }
        }
    }
}
