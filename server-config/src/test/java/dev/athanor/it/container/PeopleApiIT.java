// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What users tell about themselves, and what others see of it, by HTTP, from outside. */
@RunAsClient
class PeopleApiIT extends InContainer {
    private static final String ME = "/v1/me";
    private static final String AVATAR = ME + "/avatar";
    private static final int LARGEST_PICTURE = 256 * 1024;
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Client ada = Client.registered("ada-" + unique);
    private final String adasPage = "/v1/people/" + ada.name();

    private Answer told(Client who, String first, LocalDate born, String interests) {
        Answer told = who.patch(ME, """
                {"firstName": "%s", "lastName": "L %s", "birthDate": "%s", "interests": [%s],
                 "preferences": {"theme": "dark", "mail": {"digest": true, "at": [7, null, {"zone": "CET"}]}}}""".formatted(first, unique, born, interests));
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        return told;
    }

    private static LocalDate yearsAgo(int years) {
        return LocalDate.now(ZoneId.systemDefault()).minusYears(years).minusDays(10);
    }

    @Test
    void whatIsToldIsSeenByOthersAsFarAsItIsTheirBusiness() {
        LocalDate born = yearsAgo(36);
        JsonObject own = told(ada, "Ada", born, "\"weaving\", \"Algebra\"").json();

        assertThat(own.getString("fullName")).isEqualTo("Ada L " + unique);
        assertThat(own.getString("birthDate")).isEqualTo(born.toString());
        assertThat(own.getJsonObject("preferences").getString("theme")).isEqualTo("dark");
        assertThat(ada.get(ME).json()).isEqualTo(own);
        Client other = Client.registered();
        Answer page = other.get(adasPage);
        assertThat(page.json().getString("fullName")).isEqualTo("Ada L " + unique);
        assertThat(page.json().getInt("age")).isEqualTo(36);
        assertThat(Answer.texts(page.json(), "interests")).containsExactly("weaving", "Algebra");
        assertThat(page.json().keySet())
                .containsExactlyInAnyOrder("username", "bio", "image", "fullName", "age", "interests");
        assertThat(other.get("/v1/people/ADA-" + unique).json()).isEqualTo(page.json());
        assertThat(other.get("/v1/people?filter=birthDate=null=false").status()).isEqualTo(400);
        assertThat(other.get("/v1/people?sort=email").status()).isEqualTo(400);
        assertThat(other.get(adasPage + "?fields=preferences").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotToldIsNull() {
        JsonObject page = ada.get(adasPage).json();

        assertThat(page.isNull("fullName")).isTrue();
        assertThat(page.isNull("age")).isTrue();
        assertThat(page.getJsonArray("interests")).isEmpty();
        assertThat(ada.get(ME).json().getJsonObject("preferences")).isEmpty();
    }

    @Test
    void aPatchChangesWhatItSaysAndTakesAwayWhatIsNull() {
        told(ada, "Ada", yearsAgo(36), "\"weaving\"");

        Answer changed = ada.patch(ME, """
                {"firstName": null, "interests": ["chess", "Go"],
                 "preferences": {"theme": null, "mail": {"digest": false}, "size": 1.50}}""");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        JsonObject me = changed.json();
        assertThat(me.isNull("firstName")).isTrue();
        assertThat(me.isNull("fullName")).isTrue();
        assertThat(me.getString("lastName")).isEqualTo("L " + unique);
        assertThat(Answer.texts(me, "interests")).containsExactly("chess", "Go");
        assertThat(number("preferences ="
                        + " '{\"mail\": {\"digest\": false, \"at\": [7, null, {\"zone\": \"CET\"}]}, \"size\": 1.50}'"
                        + " and interests = '{chess,Go}'"))
                .isOne();
        assertThat(ada.patch(ME, "{\"preferences\": null, \"interests\": null}")
                        .json()
                        .getJsonObject("preferences"))
                .isEmpty();
        assertThat(number("preferences = '{}' and interests = '{}'")).isOne();
    }

    private long number(String condition) {
        return Database.number(
                "select count(*) from identity.users where username = '" + ada.name() + "' and " + condition);
    }

    @Test
    void everythingWrongIsSaidAtOnceWithPointers() {
        String deep = "[".repeat(8) + "]".repeat(8);

        assertThat(ada.patch(ME, """
                        {"firstName": " ", "lastName": "%s", "birthDate": "%s",
                         "interests": ["chess", " ", "%s", "CHESS", "a\\nb"], "preferences": {"a": %s, "b": "\\u0000"}}""".formatted("x".repeat(101), yearsAgo(-1), "y".repeat(51), deep))
                        .problems())
                .containsExactly(
                        "/birthDate invalid",
                        "/firstName invalid",
                        "/interests/1 invalid",
                        "/interests/2 invalid",
                        "/interests/3 invalid",
                        "/interests/4 invalid",
                        "/lastName invalid",
                        "/preferences invalid",
                        "/preferences invalid");
        assertThat(ada.patch(ME, "{\"birthDate\": \"1899-12-31\"}").problems()).containsExactly("/birthDate invalid");
        assertThat(ada.patch(ME, "{\"birthDate\": \"1900-01-01\"}").status()).isEqualTo(200);
        assertThat(ada.patch(ME, "{\"interests\": [" + "\"x\",".repeat(20) + "\"y\"]}")
                        .problems())
                .containsExactly("/interests invalid");
        assertThat(ada.patch(ME, "{\"preferences\": {\"a\": \"" + "é".repeat(4093) + "\"}}")
                        .problems())
                .containsExactly("/preferences invalid");
        assertThat(ada.patch(ME, "{\"preferences\": {\"a\": \"" + "é".repeat(4092) + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(ada.patch(ME, "{\"preferences\": [], \"birthDate\": 7, \"email\": \"x\"}")
                        .problems())
                .containsExactly("/birthDate invalid", "/email invalid", "/preferences invalid");
        assertThat(ada.patch(ME, "{\"preferences\": []}").problems()).containsExactly("/preferences invalid");
    }

    @Test
    void whoBelievesInAnOlderOneChangesNothing() {
        String first = ada.get(ME).header("ETag");

        String second = ada.sending("If-Match", first)
                .patch(ME, "{\"firstName\": \"Ada\"}")
                .header("ETag");

        assertThat(second).isNotEqualTo(first);
        assertThat(ada.sending("If-Match", first)
                        .patch(ME, "{\"firstName\": \"Eve\"}")
                        .status())
                .isEqualTo(412);
        assertThat(ada.sending("If-None-Match", second).get(ME).status()).isEqualTo(304);
        assertThat(ada.get(ME).json().getString("firstName")).isEqualTo("Ada");
        assertThat(ada.patch(ME, "{\"firstName\": \"Ada\", \"preferences\": {}}")
                        .header("ETag"))
                .isEqualTo(second);
        String page = ada.get(adasPage).header("ETag");
        ada.patch(ME, "{\"lastName\": \"Lovelace\"}");
        assertThat(ada.sending("If-None-Match", page).get(adasPage).json().getString("fullName"))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void peopleAreFoundByNameAgeAndInterests() {
        told(ada, "Ada", yearsAgo(40), "\"weaving\", \"chess\"");
        told(Client.registered("bob-" + unique), "Bob", yearsAgo(30), "\"chess\"");
        told(Client.registered("cleo-" + unique), "Cleo", yearsAgo(20), "\"Go\"");
        Client.registered("dora-" + unique);

        assertThat(found("fullName=='* L " + unique + "'", "fullName")).containsExactly("ada", "bob", "cleo");
        assertThat(found("fullName=='Bob L " + unique + "'", "fullName")).containsExactly("bob");
        assertThat(found("age=gt=30", "-age")).containsExactly("ada");
        assertThat(found("age=ge=30", "age")).containsExactly("bob", "ada");
        assertThat(found("age=null=true", "age")).containsExactly("dora");
        assertThat(found("interests==chess", "username")).containsExactly("ada", "bob");
        assertThat(found("interests=in=(weaving,Go)", "-username")).containsExactly("cleo", "ada");
        assertThat(found("interests!=chess", "username")).containsExactly("cleo", "dora");
        assertThat(found("interests=out=(chess,Go)", "username")).containsExactly("dora");
        assertThat(ada.get("/v1/people?filter=interests=gt=chess").status()).isEqualTo(400);
    }

    /** Of those of this test. */
    private List<String> found(String filter, String sort) {
        Answer page = ada.get("/v1/people?sort=" + sort + "&filter=username==*-" + unique + ";"
                + filter.replace("'", "%27").replace(" ", "%20"));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(person -> person.getString("username").replace("-" + unique, ""))
                .toList();
    }

    @Test
    void aListTakesAsManyStatementsHoweverManyThereAre() {
        told(ada, "Ada", yearsAgo(40), "\"weaving\"");
        String list = "/v1/people?size=200&filter=username==*-" + unique;
        double one = statementsOf(list, 1);
        told(Client.registered("bob-" + unique), "Bob", yearsAgo(30), "\"chess\"");
        told(Client.registered("cleo-" + unique), "Cleo", yearsAgo(30), "\"chess\"");

        assertThat(statementsOf(list, 3)).isEqualTo(one);
        assertThat(statementsOf(list + "&fields=fullName,age&sort=age", 3)).isEqualTo(one);
    }

    private double statementsOf(String list, int people) {
        return Statements.of(() -> {
            Answer answer = ada.get(list);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().getJsonArray("items")).hasSize(people);
        });
    }

    private static byte[] picture(String beginning, int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        byte[] first = beginning.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    @Test
    void picturesComeAsTheyWent() {
        Client other = Client.registered();
        assertThat(other.get(adasPage + "/avatar").status()).isEqualTo(404);

        shown("image/gif", picture("GIF87a", 100), other);
        shown("image/jpeg", picture("\u00ff\u00d8\u00ff", 3), other);
        shown("image/webp", picture("RIFF\0\n\r\u00ffWEBP", 2000), other);
        shown("image/png", picture(PNG, LARGEST_PICTURE), other);

        String tag = other.get(adasPage + "/avatar").header("ETag");
        assertThat(other.sending("If-None-Match", tag).get(adasPage + "/avatar").status())
                .isEqualTo(304);
        shown("image/png", picture(PNG, 9), other);
        assertThat(other.sending("If-None-Match", tag).get(adasPage + "/avatar").status())
                .isEqualTo(200);
        assertThat(ada.delete(AVATAR).status()).isEqualTo(204);
        assertThat(other.get(adasPage + "/avatar").status()).isEqualTo(404);
        assertThat(ada.delete(AVATAR).status()).isEqualTo(204);
    }

    private void shown(String type, byte[] picture, Client other) {
        Answer put = ada.put(AVATAR, type, picture);
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        HttpResponse<byte[]> seen = other.bytes(adasPage + "/avatar");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains(type);
        assertThat(seen.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(seen.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(seen.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(Arrays.equals(seen.body(), picture)).as(type).isTrue();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        byte[] page = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

        assertThat(ada.put(AVATAR, "image/png", page).problems()).containsExactly("/picture invalid");
        assertThat(ada.put(AVATAR, "image/png", new byte[0]).problems()).containsExactly("/picture invalid");
        assertThat(ada.put(AVATAR, "image/gif", picture(PNG, LARGEST_PICTURE + 1))
                        .problems())
                .containsExactly("/picture invalid", "/picture invalid");
        assertThat(ada.put(AVATAR, "image/svg+xml", page).status()).isEqualTo(415);
        assertThat(ada.put(AVATAR, "application/json", page).status()).isEqualTo(415);
        assertThat(ada.get(adasPage + "/avatar").status()).isEqualTo(404);
    }

    @Test
    void aHistoryTellsOfPicturesNothingButThatTheyAreOthers() {
        assertThat(ada.put(AVATAR, "image/gif", picture("GIF89a", 50)).status()).isEqualTo(204);

        assertThat(Database.number("select count(*) from athanor_history h join identity.users u"
                        + " on h.table_name = 'identity.users' and h.row_key ->> 'id' = u.id::text"
                        + " where u.username = '" + ada.name() + "' and h.changes -> 'avatar' ->> 'new' = '***'"))
                .isOne();
    }

    @Test
    void aHistoryTellsWhoHasToldSomethingAndNotWhat() {
        told(ada, "Augusta", LocalDate.of(1990, 12, 10), "\"weaving\"");
        assertThat(ada.put("/user", "{\"user\": {\"bio\": \"I count\"}}").status())
                .isEqualTo(200);
        assertThat(ada.patch(ME, "{\"firstName\": null}").status()).isEqualTo(200);

        assertThat(noted("h.changes -> 'first_name' ->> 'new' = '***' and h.changes -> 'birth_date' ->> 'new' = '***'"))
                .isOne();
        assertThat(noted("h.changes -> 'bio' ->> 'new' = '***'")).isOne();
        assertThat(noted("h.changes -> 'first_name' ->> 'old' = '***' and h.changes -> 'first_name' ->> 'new' is null"))
                .isOne();
        assertThat(noted("h.changes::text ~ 'Augusta|I count|1990-12-10|" + unique + "'"))
                .isZero();
        assertThat(Database.number("select count(*) from athanor_history where table_name = 'identity.users'"
                        + " and changes::text ~ 'weaving|theme'"))
                .isZero();
    }

    /** How many changes that ada has made of what she tells are such. */
    private long noted(String condition) {
        return Database.number("select count(*) from athanor_history h join identity.user_profiles p"
                + " on h.table_name = 'identity.user_profiles' and h.row_key ->> 'id' = p.id::text"
                + " join identity.users u on u.id = p.user_id"
                + " where u.username = '" + ada.name() + "' and h.changed_by = u.id::text and " + condition);
    }

    @Test
    void whoIsGoneIsNotThere() {
        Client other = Client.registered();
        assertThat(ada.put(AVATAR, "image/gif", picture("GIF89a", 50)).status()).isEqualTo(204);
        assertThat(other.get(adasPage + "/avatar").status()).isEqualTo(200);

        Database.execute("update identity.users set deleted_at = now() where username = '" + ada.name() + "'");

        assertThat(other.get(adasPage).status()).isEqualTo(404);
        assertThat(other.get(adasPage + "/avatar").status()).isEqualTo(404);
        assertThat(other.get("/v1/people?filter=username==" + ada.name()).json().getInt("total"))
                .isZero();
        assertThat(ada.get(ME).status()).isEqualTo(401);
        assertThat(ada.put(AVATAR, "image/gif", picture("GIF89a", 50)).status()).isEqualTo(401);
    }

    @Test
    void whoIsNotLoggedInSeesNobody() {
        Client nobody = Client.nobody();

        assertThat(nobody.get("/v1/people").status()).isEqualTo(401);
        assertThat(nobody.get(adasPage).status()).isEqualTo(401);
        assertThat(nobody.get(adasPage + "/avatar").status()).isEqualTo(401);
        assertThat(nobody.get(ME).status()).isEqualTo(401);
        assertThat(nobody.patch(ME, "{}").status()).isEqualTo(401);
        assertThat(nobody.put(AVATAR, "image/gif", picture("GIF89a", 50)).status())
                .isEqualTo(401);
        assertThat(nobody.delete(AVATAR).status()).isEqualTo(401);
    }
}
