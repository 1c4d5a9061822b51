// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.openapi.Exchange;

/** Of articles, what is said of them, what they are filed under, and who is told of them. */
final class PublishingCalls extends CallTable {
    private final String author = user.client().name();
    private final String looms = "/articles/looms-" + unique;
    private final String missing = "/articles/nothing-" + unique;

    PublishingCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        other.post("/profiles/" + author + "/follow");
        articles();
        favourites();
        comments();
        notifications();
        categories();
        discovery();
        drafts();
        filing();
        deletions();
    }

    private void articles() {
        call("CreateArticle", 201, () -> user.post("/articles", Client.article("Looms " + unique, "weaving")));
        call("CreateArticle", 422, () -> user.post("/articles", "{\"article\": {\"title\": \"\"}}"));
        call("GetArticles", 200, () -> nobody.get("/articles?tag=weaving&author=" + author + "&limit=5&offset=0"));
        call("GetArticles", 422, () -> nobody.get("/articles?limit=x"));
        call("GetArticlesFeed", 200, () -> other.get("/articles/feed?limit=5&offset=0"));
        call("GetArticlesFeed", 422, () -> other.get("/articles/feed?limit=x"));
        call("GetArticle", 200, () -> nobody.get(looms));
        call("GetArticle", 404, () -> nobody.get(missing));
        call("UpdateArticle", 200, () -> user.put(looms, "{\"article\": {\"body\": \"Card by card\"}}"));
        call("UpdateArticle", 403, () -> other.put(looms, "{\"article\": {\"body\": \"Mine\"}}"));
        call("UpdateArticle", 404, () -> user.put(missing, "{\"article\": {\"body\": \"x\"}}"));
        call("UpdateArticle", 422, () -> user.put(looms, "{\"article\": {\"body\": \"\"}}"));
        call("GetTags", 200, () -> nobody.get("/tags"));
        call("GetAuthors", 200, () -> nobody.get("/v1/reports/authors?articles=1"));
        call("GetAuthors", 400, () -> nobody.get("/v1/reports/authors?articles=x"));
    }

    private void favourites() {
        call("CreateArticleFavorite", 200, () -> other.post(looms + "/favorite"));
        call("CreateArticleFavorite", 404, () -> other.post(missing + "/favorite"));
        call("DeleteArticleFavorite", 200, () -> other.delete(looms + "/favorite"));
        call("DeleteArticleFavorite", 404, () -> other.delete(missing + "/favorite"));
    }

    private void comments() {
        String comment = looms + "/comments";
        call("CreateArticleComment", 200, () -> user.post(comment, "{\"comment\": {\"body\": \"Well said\"}}"));
        call("CreateArticleComment", 422, () -> user.post(comment, "{\"comment\": {\"body\": \"\"}}"));
        call("GetArticleComments", 200, () -> nobody.get(comment));
        call("GetArticleComments", 404, () -> nobody.get(missing + "/comments"));
        call("DeleteArticleComment", 403, () -> other.delete(comment + "/" + commentOf(comment)));
        call("DeleteArticleComment", 404, () -> user.delete(comment + "/999999999999"));
        call("DeleteArticleComment", 204, () -> user.delete(comment + "/" + commentOf(comment)));
    }

    private int commentOf(String path) {
        return user.client()
                .get(path)
                .json()
                .getJsonArray("comments")
                .getJsonObject(0)
                .getInt("id");
    }

    private void notifications() {
        String path = "/v1/notifications";
        call("GetNotifications", 200, this::noticed);
        call("GetNotifications", 400, () -> other.get(path + "?limit=x"));
        call("ReadNotifications", 204, () -> other.post(path + "/read"));
    }

    /** Those who follow the author are told after a while. */
    private Exchange noticed() {
        other.client().told(1);
        return other.get("/v1/notifications?limit=5&offset=0");
    }

    private void categories() {
        String crafts = made(editor, "/v1/categories", "{\"name\": \"Crafts " + unique + "\"}");
        String weaving = "{\"name\": \"Weaving %s\", \"parent\": \"%s\"}".formatted(unique, key(crafts));
        String below = "/v1/categories/weaving-" + unique;
        String none = "/v1/categories/nothing-" + unique;
        call("CreateCategory", 201, () -> editor.post("/v1/categories", weaving));
        call("CreateCategory", 409, () -> editor.post("/v1/categories", weaving));
        call("CreateCategory", 403, () -> user.post("/v1/categories", weaving));
        call("CreateCategory", 422, () -> editor.post("/v1/categories", "{\"name\": \"\", \"parent\": \"x\"}"));
        list("ListCategories", nobody, "/v1/categories", "sort=-name&filter=name==*" + unique);
        call("ListCategories", 200, () -> nobody.get("/v1/categories?include=parent,children&sort=name"));
        one("GetCategory", nobody, below);
        call("GetCategory", 404, () -> nobody.get(none));
        change("ChangeCategory", editor, below, "{\"name\": \"Weaving by hand\"}");
        call("ChangeCategory", 200, () -> editor.patch(below, MERGE_PATCH, "{\"parent\": null}"));
        call("ChangeCategory", 200, () -> editor.patch(below, MERGE_PATCH, "{\"parent\": \"" + key(crafts) + "\"}"));
        call("ChangeCategory", 409, () -> editor.patch(crafts, MERGE_PATCH, "{\"parent\": \"" + key(below) + "\"}"));
        call("ChangeCategory", 422, () -> editor.patch(below, MERGE_PATCH, "{\"parent\": \"nothing\"}"));
        call("ChangeCategory", 404, () -> editor.patch(none, MERGE_PATCH, "{\"name\": \"x\"}"));
        call("DeleteCategory", 409, () -> editor.delete(crafts));
        delete("DeleteCategory", editor, made(editor, "/v1/categories", "{\"name\": \"Idle " + unique + "\"}"));
        call("GetCategoryPath", 200, () -> nobody.get(below + "/path"));
        call("GetCategoryPath", 404, () -> nobody.get(none + "/path"));
        call("GetCategoryTree", 200, () -> nobody.get(crafts + "/tree"));
        call("GetCategoryTree", 404, () -> nobody.get(none + "/tree"));
    }

    private void discovery() {
        call("SearchArticles", 200, () -> nobody.get("/v1/articles?words=looms&limit=5&offset=0"));
        call("SearchArticles", 400, () -> nobody.get("/v1/articles?words=&limit=x"));
        call("GetRelatedArticles", 200, () -> nobody.get("/v1" + looms + "/related?limit=5&offset=0"));
        call("GetRelatedArticles", 404, () -> nobody.get("/v1" + missing + "/related"));
        call("GetRelatedArticles", 400, () -> nobody.get("/v1" + looms + "/related?limit=x"));
    }

    private void drafts() {
        String draft = "/v1/articles/dyes-" + unique + "/publication";
        call("CreateDraft", 201, () -> user.post("/v1/drafts", Client.draft("Dyes " + unique)));
        call("CreateDraft", 422, () -> user.post("/v1/drafts", "{\"title\": \"\"}"));
        call("GetDrafts", 200, () -> user.get("/v1/drafts?limit=5&offset=0"));
        call("GetDrafts", 400, () -> user.get("/v1/drafts?limit=x"));
        call("PublishArticle", 404, () -> other.put(draft));
        call("PublishArticle", 204, () -> user.put(draft));
        call("PublishArticle", 403, () -> other.put(draft));
        call("ArchiveArticle", 403, () -> other.delete(draft));
        call("ArchiveArticle", 204, () -> user.delete(draft));
        call("ArchiveArticle", 404, () -> other.delete(draft));
    }

    private void filing() {
        String place = "/v1" + looms + "/category";
        String weaving = "{\"category\": \"weaving-" + unique + "\"}";
        String articles = "/v1/categories/weaving-" + unique + "/articles";
        call("FileArticle", 204, () -> user.put(place, weaving));
        call("FileArticle", 403, () -> other.put(place, weaving));
        call("FileArticle", 404, () -> user.put("/v1" + missing + "/category", weaving));
        call("FileArticle", 422, () -> user.put(place, "{\"category\": \"nothing-" + unique + "\"}"));
        call("GetCategoryArticles", 200, () -> nobody.get(articles + "?limit=5&offset=0"));
        call("GetCategoryArticles", 404, () -> nobody.get("/v1/categories/nothing-" + unique + "/articles"));
        call("GetCategoryArticles", 400, () -> nobody.get(articles + "?limit=x"));
        call("UnfileArticle", 403, () -> other.delete(place));
        call("UnfileArticle", 204, () -> user.delete(place));
        call("UnfileArticle", 404, () -> user.delete("/v1" + missing + "/category"));
    }

    private void deletions() {
        call("DeleteArticle", 403, () -> other.delete(looms));
        call("DeleteArticle", 204, () -> user.delete(looms));
        call("DeleteArticle", 404, () -> user.delete(looms));
    }
}
