// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Once;
import dev.athanor.web.rest.Pictures;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** One operation: the errors that it has because all like it have them, and the parameters of lists. */
final class CompleteOperation {
    private static final String V1 = "/api/v1/";
    private static final String PROBLEM = "application/problem+json";
    private static final String UNAUTHORIZED = "401";
    private static final String OTHERS = "default";
    private static final String ASKED = "What was asked for";
    private static final Map<String, String> OF_LISTS = Map.of(
            "filter", "Conditions in RSQL: seats=gt=10;code==CS*",
            "sort", "Names, separated by commas; - turns one round",
            "page", "A page by its number",
            "cursor", "A page by what another one gave; an empty one is the first",
            "size", "How many are on a page");
    private static final Map<String, String> OF_VIEWS = Map.of(
            "include", "Relations to have with it, by paths, separated by commas",
            "fields", "Attributes to have only, by paths, separated by commas");

    private final String path;
    private final HttpMethod method;
    private final Operation operation;
    private final APIResponses responses;
    private final ViewSchemas views;

    CompleteOperation(String path, HttpMethod method, Operation operation, ViewSchemas views) {
        this.path = path;
        this.method = method;
        this.operation = operation;
        this.views = views;
        this.responses = Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        operation.setResponses(responses);
    }

    void complete() {
        if (isImport()) {
            file();
        }
        if (isOfPicture()) {
            picture();
        }
        success();
        if (isView()) {
            OF_VIEWS.forEach(this::parameter);
            add("400", "The query of the address cannot be understood; everything that is wrong is told");
        }
        if (isView() && !isList()) {
            add("304", "It is as it was in the edition that If-None-Match names");
        }
        if (isList()) {
            OF_LISTS.forEach(this::parameter);
            header("200", HttpHeaders.LINK, "Where the pages before and after are");
            header("200", HttpHeaders.CONTENT_DISPOSITION, "What a file of it is called, if it is no page");
        }
        if (isEdit()) {
            editions();
        }
        errors();
        for (Map.Entry<String, APIResponse> response :
                responses.getAPIResponses().entrySet()) {
            content(response.getKey(), response.getValue());
        }
        header(UNAUTHORIZED, HttpHeaders.WWW_AUTHENTICATE, "How to log in");
        header("429", HttpHeaders.RETRY_AFTER, "After how many seconds to try again");
        header("503", HttpHeaders.RETRY_AFTER, "After how many seconds to try again");
        if (path.startsWith(V1)) {
            header(OTHERS, HttpHeaders.RETRY_AFTER, "After how many seconds to try again, if that helps");
            places();
        }
    }

    /** Where nothing is said of it, the server says OK. */
    private void success() {
        if (isMaking() && !responses.hasAPIResponse("201")) {
            responses.removeAPIResponse("200");
            add("201", "What was made; Location says where it is");
        }
        if (responses.getAPIResponses().keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            add("200", ASKED);
        }
        responses.getAPIResponses().values().stream()
                .filter(response -> "OK".equals(response.getDescription()))
                .forEach(response -> response.setDescription(isEdit() ? "As it is now" : ASKED));
        responses.getAPIResponses().values().stream()
                .filter(response -> "No Content".equals(response.getDescription()))
                .forEach(response -> response.setDescription("It is done, and there is nothing to tell"));
    }

    private void places() {
        header("201", HttpHeaders.LOCATION, "Where it is");
        header("202", HttpHeaders.LOCATION, "Where it is told how far it is");
        header("200", HttpHeaders.ETAG, "Which edition it is, where it has any: for If-Match and If-None-Match");
        header("201", HttpHeaders.ETAG, "Which edition it is, where it has any: for If-Match");
        header("304", HttpHeaders.ETAG, "Which edition it is");
        if (given().stream().anyMatch(parameter -> Once.KEY.equals(parameter.getName()))) {
            header("201", Once.REPEATED, "true, if this was answered before to the same key");
        }
    }

    /** What takes files is called so; docs/exports-and-imports.md tells of them. */
    private boolean isImport() {
        return path.startsWith(V1) && String.valueOf(operation.getOperationId()).startsWith("Import");
    }

    private void file() {
        operation.setRequestBody(OASFactory.createRequestBody()
                .required(true)
                .content(content(Lists.NDJSON, text())
                        .addMediaType(Lists.CSV, OASFactory.createMediaType().schema(text()))));
        responses.removeAPIResponse("200");
        responses.addAPIResponse(
                "202",
                OASFactory.createAPIResponse()
                        .description("It has begun; Location says where it is told how far it is")
                        .content(content(
                                MediaType.APPLICATION_JSON,
                                OASFactory.createSchema().ref("ImportBody"))));
        add("413", "The file is too large");
        add("503", "Too many files are read already");
    }

    /** What is an avatar is called so. */
    private boolean isOfPicture() {
        return path.startsWith(V1) && path.endsWith("/avatar");
    }

    private void picture() {
        Content content = OASFactory.createContent();
        Pictures.ALL.forEach(
                type -> content.addMediaType(type, OASFactory.createMediaType().schema(text())));
        if (method == HttpMethod.PUT) {
            operation.setRequestBody(
                    OASFactory.createRequestBody().required(true).content(content));
        } else if (method == HttpMethod.GET) {
            responses.addAPIResponse(
                    "200",
                    OASFactory.createAPIResponse()
                            .description("The picture, as it was sent")
                            .content(content));
            add("304", "It is the picture that If-None-Match names");
        }
    }

    private void editions() {
        operation.addParameter(OASFactory.createParameter()
                .name(HttpHeaders.IF_MATCH)
                .in(Parameter.In.HEADER)
                .description("Which edition is meant, as ETag called it; whichever there is, if it is not given")
                .schema(text()));
        add("412", "It is not of the edition that If-Match names");
    }

    private void errors() {
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            add(UNAUTHORIZED, "No valid token");
        }
        if (path.contains("{")) {
            add("404", "There is nothing of this address");
        }
        if (responds()) {
            add("406", "No media type that is accepted");
        }
        if (operation.getRequestBody() != null) {
            if (path.startsWith(V1)) {
                add("400", "The body cannot be read");
            }
            add("413", "The body is too large");
            add("415", "The body is of another media type");
            add("422", "What is wrong with the body");
        }
        add("500", "It is not the caller's fault; the answer has a reference, under which the log tells more");
        if (path.startsWith(V1)) {
            add(OTHERS, "What is wrong");
        }
    }

    private boolean responds() {
        return responses.getAPIResponses().entrySet().stream()
                .anyMatch(response -> response.getKey().startsWith("2") && !"204".equals(response.getKey()));
    }

    /** Lists of the API's own part are called so; docs/lists.md tells of them. */
    private boolean isList() {
        return path.startsWith(V1) && String.valueOf(operation.getOperationId()).startsWith("List");
    }

    private boolean isView() {
        return isList() || (method == HttpMethod.GET && isOfOneThing());
    }

    private boolean isOfOneThing() {
        return path.equals(V1 + "me") || path.matches(V1 + "[^/{]+/\\{[^/]+}");
    }

    private boolean isEdit() {
        return isOfOneThing()
                && Set.of(HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE).contains(method);
    }

    /** What makes something is called so. */
    private boolean isMaking() {
        return path.startsWith(V1) && String.valueOf(operation.getOperationId()).startsWith("Create");
    }

    private void parameter(String name, String description) {
        if (given().stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
            SchemaType type = name.equals("page") || name.equals("size") ? SchemaType.INTEGER : SchemaType.STRING;
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.QUERY)
                    .description(description)
                    .schema(OASFactory.createSchema().addType(type)));
        }
    }

    private List<Parameter> given() {
        return Optional.ofNullable(operation.getParameters()).orElseGet(List::of);
    }

    private void add(String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** Errors have the form of their part of the API; and what is a view has no schema of its own. */
    private void content(String status, APIResponse response) {
        boolean problem = path.startsWith(V1);
        boolean error = status.startsWith("4") || status.startsWith("5") || status.equals(OTHERS);
        if (response.getRef() != null || isEmpty(status)) {
            return;
        }
        if (error && (response.getContent() == null || problem)) {
            response.setContent(content(
                    problem ? PROBLEM : MediaType.APPLICATION_JSON,
                    OASFactory.createSchema().ref(problem ? "Problem" : "ErrorBody")));
        } else if (status.startsWith("2") && !"204".equals(status) && problem) {
            unsaid(response);
        }
    }

    /** The RealWorld API has nothing to say to who is not logged in. */
    private boolean isEmpty(String status) {
        return status.equals(UNAUTHORIZED) && !path.startsWith(V1);
    }

    /** A method that returns a response of JAX-RS says nothing of what is in it: a page, or one thing. */
    private void unsaid(APIResponse response) {
        if (response.getContent() == null) {
            response.setContent(isList() ? pageOrFile(shown()) : content(MediaType.APPLICATION_JSON, shown()));
            return;
        }
        response.getContent().getMediaTypes().forEach((type, content) -> {
            if (content.getSchema() == null) {
                content.setSchema(type.equals(MediaType.APPLICATION_JSON) ? shown() : text());
            }
        });
    }

    /** "An object" would say nothing, and be true of any answer. */
    private Schema shown() {
        Schema thing = views.at(path)
                .orElseThrow(() -> new IllegalStateException("nothing says what " + path
                        + " answers: add its view to ViewSchemas, or @APIResponse(content = …)"));
        return isList() ? page(thing) : thing;
    }

    private static Content pageOrFile(Schema page) {
        return content(MediaType.APPLICATION_JSON, page)
                .addMediaType(Lists.NDJSON, OASFactory.createMediaType().schema(text()))
                .addMediaType(Lists.CSV, OASFactory.createMediaType().schema(text()));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Content content(String mediaType, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
    }

    private static Schema page(Schema thing) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        "items",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(thing))
                .addProperty("total", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addRequired("items");
    }

    private void header(String status, String name, String description) {
        APIResponse response = responses.getAPIResponse(status);
        if (response != null
                && response.getRef() == null
                && (response.getHeaders() == null || !response.getHeaders().containsKey(name))) {
            response.addHeader(
                    name,
                    OASFactory.createHeader()
                            .description(description)
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
    }
}
