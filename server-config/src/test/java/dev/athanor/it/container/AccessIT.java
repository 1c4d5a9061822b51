// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.ApiDescription;
import dev.athanor.it.openapi.DescribedOperation;
import dev.athanor.it.openapi.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: each operation by everybody, against a table of its own, so that no annotation is its own judge.
 * What is asked for is not there, and bodies are empty: who may is told so, and who may not is not told even that.
 */
@RunAsClient
class AccessIT extends InContainer {
    private static final String OF_EVERYBODY = """
            CreateUser Login GetProfileByUsername GetArticles GetArticle GetArticleComments GetTags ListProducts
            GetProduct ListCourses GetCourse GetCoursePath ListCategories GetCategory GetCategoryTree
            GetCategoryPath GetCategoryArticles GetAuthors SearchArticles GetRelatedArticles
            """;

    private static final String OF_USERS = """
            GetCurrentUser UpdateCurrentUser FollowUserByUsername UnfollowUserByUsername GetArticlesFeed
            CreateArticle UpdateArticle DeleteArticle CreateArticleComment DeleteArticleComment
            CreateArticleFavorite DeleteArticleFavorite GetNotifications ReadNotifications GetMe ChangeMe
            ReplaceAvatar DeleteAvatar ListPeople GetPerson GetAvatar ListOrders GetOrder CreateOrder
            CancelOrder PayOrder GetPapers GetPaper ListAccounts GetAccount CreateAccount GetStatement
            ListTransfers GetTransfer CreateTransfer ListEmployees GetEmployee GetMoves ListDepartments
            GetDepartment GetChart GetDrafts CreateDraft PublishArticle ArchiveArticle FileArticle UnfileArticle
            """;

    private static final String OF_EDITORS = """
            CreateProduct ReplaceProduct ChangeProduct DeleteProduct RestockProduct CreatePaper CreateCategory
            ChangeCategory DeleteCategory CreateCourse ChangeCourse DeleteCourse ListStudents GetStudent
            CreateStudent ChangeStudent DeleteStudent ListEnrolments GetEnrolmentByKey GetEnrolments
            GetEnrolment CreateEnrolment DeleteEnrolment GradeEnrolment GetCourseResults GetSalesByMonths
            GetSalesByDays GetBestSellers ImportProducts ImportStudents GetImport CancelImport ListRefusedRows
            FollowImport
            """;

    private static final String OF_ADMINISTRATORS = """
            CreateDepartment ChangeDepartment DeleteDepartment RaiseSalaries CreateEmployee ChangeEmployee
            DeleteEmployee GetPay GetPayScale GetLedgerReport GetRoles AssignRoles
            """;

    private final ApiDescription document =
            ApiDescription.parse(new Http(TestServerSession.server().address())
                    .get("/openapi?format=JSON")
                    .body());

    private final Callers callers = Callers.registered();

    /** From those who may the least to those who may the most. */
    private final List<Caller> all = List.of(
            new Caller("nobody", callers.nobody(), OF_EVERYBODY),
            new Caller("a user", callers.user(), OF_USERS),
            new Caller("an editor", callers.editor(), OF_EDITORS),
            new Caller("an administrator", callers.administrator(), OF_ADMINISTRATORS));

    @Test
    void eachOperationIsForThoseWhoMayAndForNobodyElse() {
        Map<String, Integer> least = least();
        List<String> wrong = new ArrayList<>();
        for (DescribedOperation operation : document.operations()) {
            int first = Objects.requireNonNull(least.get(operation.id()));
            for (int i = 0; i < all.size(); i++) {
                Exchange exchange = asked(operation, all.get(i).asking());
                int status = exchange.response().statusCode();
                boolean right =
                        i < first ? status == (i == 0 ? 401 : 403) : status != 401 && status != 403 && status < 500;
                if (!right) {
                    wrong.add(all.get(i).name() + " gets " + status + ": " + operation);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** By operations, who the first is that may. */
    private Map<String, Integer> least() {
        Map<String, Integer> least = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String operation : List.of(all.get(i).operations().strip().split("\\s+", -1))) {
                assertThat(least.put(operation, i))
                        .as(operation + " is there once")
                        .isNull();
            }
        }
        Set<String> described = new HashSet<>();
        document.operations().forEach(operation -> described.add(operation.id()));
        assertThat(least.keySet()).as("add new operations to this table").isEqualTo(described);
        return least;
    }

    private static Exchange asked(DescribedOperation operation, Asking caller) {
        String path = operation.path("999999999").substring("/api".length());
        String type = operation.takenType().orElse("");
        return caller.send(operation.method(), path, type, operation.takesJson() ? "{}" : type.isEmpty() ? "" : "x");
    }

    /**
     * Who calls.
     *
     * @param operations what nobody may who may less
     */
    private record Caller(String name, Asking asking, String operations) {}
}
