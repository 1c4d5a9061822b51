// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** Statuses that JAX-RS has no name for. */
enum Statuses implements StatusType {
    UNPROCESSABLE_ENTITY(422, "Unprocessable Entity");

    private final int code;
    private final String reason;

    Statuses(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    @Override
    public int getStatusCode() {
        return code;
    }

    @Override
    public Family getFamily() {
        return Family.familyOf(code);
    }

    @Override
    public String getReasonPhrase() {
        return reason;
    }
}
