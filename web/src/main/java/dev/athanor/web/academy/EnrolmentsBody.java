// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The courses that a student is and was in.
 *
 * @param items the first first
 */
@Schema(name = "Enrolments")
public record EnrolmentsBody(List<PlaceBody> items) {}
