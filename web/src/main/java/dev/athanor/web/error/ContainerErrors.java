// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.web.security.Challenge;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the container refuses before JAX-RS sees it, in the form of the other errors, and without its reasons. */
@WebServlet("/errors")
public class ContainerErrors extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Jsonb jsonb = JsonbBuilder.create();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Status status = statusOf(request);
        response.setStatus(status.getStatusCode());
        if (status == Status.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Challenge.TOKEN);
            response.setContentLength(0);
            return;
        }
        boolean problem = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/v1/");
        response.setContentType(problem ? "application/problem+json" : MediaType.APPLICATION_JSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(jsonb.toJson(problem ? problem(status) : body(status)));
    }

    private static Object body(Status status) {
        return ErrorBody.of(List.of(status.getReasonPhrase()));
    }

    private static Object problem(Status status) {
        return Map.of("type", "about:blank", "title", status.getReasonPhrase(), "status", status.getStatusCode());
    }

    /** Not found, if nothing failed: somebody asked for this page itself. */
    private static Status statusOf(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> Objects.requireNonNullElse(Status.fromStatusCode(code), Status.INTERNAL_SERVER_ERROR))
                .orElse(Status.NOT_FOUND);
    }
}
