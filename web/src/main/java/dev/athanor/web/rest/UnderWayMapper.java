// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.requests.UnderWay;
import dev.athanor.web.error.Problem;
import dev.athanor.web.error.Problem.Detail;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** 409, to be asked again. */
@Provider
public class UnderWayMapper implements ExceptionMapper<UnderWay> {
    @Override
    public Response toResponse(UnderWay error) {
        String detail = String.valueOf(error.getMessage());
        Response response = Problem.of(Status.CONFLICT, detail, List.of(Detail.of(Once.KEY, "under-way", detail)))
                .response();
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, 1);
        return response;
    }
}
