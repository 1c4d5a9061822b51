// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.Courses;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has to be passed before a course.
 *
 * @param items what is nearest first
 */
@Schema(name = "CoursePath")
public record PathBody(List<Courses.Prerequisite> items) {}
