// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.Objects;

/** The root of this module's errors: a contract could not be checked, which is neither kept nor broken. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ContractError code;

    ContractException(ContractError code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    ContractException(ContractError code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    static ContractException attribute(Class<?> type, String path, String problem) {
        return new ContractException(
                ContractError.ATTRIBUTE_UNSUPPORTED, type.getSimpleName() + "." + path + " " + problem);
    }

    static ContractException attribute(Class<?> type, String path, String problem, Throwable cause) {
        return new ContractException(
                ContractError.ATTRIBUTE_UNSUPPORTED, type.getSimpleName() + "." + path + " " + problem, cause);
    }

    static ContractException hybrid(String hybrid, String problem) {
        return new ContractException(ContractError.HYBRID_UNSUPPORTED, hybrid + " " + problem);
    }

    /** What kind of failure this is. */
    public ContractError code() {
        return code;
    }
}
