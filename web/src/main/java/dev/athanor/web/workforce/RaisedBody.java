// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a raise.
 *
 * @param employees how many are paid more
 */
@Schema(name = "Raise")
public record RaisedBody(int employees) {}
