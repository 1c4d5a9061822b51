// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.web.error.Problem.Detail;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** What is sent is refused before a service sees it; the answer is a problem. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** 422, with everything that is wrong with a body. */
    public static Refused unprocessable(List<Detail> details) {
        return new Refused(Problem.of(Statuses.UNPROCESSABLE_ENTITY, "the body is not what is expected", details));
    }

    /** 412: something is not what the client believes it to be. */
    public static Refused stale() {
        String detail = "it was changed since it was read; read it again";
        return new Refused(Problem.of(
                Status.PRECONDITION_FAILED, detail, List.of(Detail.of("If-Match", "changed-meanwhile", detail))));
    }

    /** 400: a header is not what it should be. */
    public static Refused header(String name, String detail) {
        return new Refused(Problem.of(
                Status.BAD_REQUEST, "a header cannot be read", List.of(Detail.of(name, "malformed", detail))));
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
