// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.academy;

/** How well somebody did; the first four pass. */
public enum Grade {
    EXCELLENT,
    GOOD,
    FAIR,
    SUFFICIENT,
    FAILED
}
