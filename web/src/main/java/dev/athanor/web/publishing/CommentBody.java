// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One comment.
 *
 * @param comment the comment
 */
public record CommentBody(@Schema(required = true) CommentFields comment) {}
