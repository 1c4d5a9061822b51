// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The papers of an order.
 *
 * @param items the first first
 */
@Schema(name = "Papers")
public record PapersBody(List<PaperBody> items) {}
