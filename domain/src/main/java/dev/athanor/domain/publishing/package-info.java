// SPDX-License-Identifier: Apache-2.0
/** What users publish: articles with their tags and categories, comments, and what readers like. */
@NullMarked
package dev.athanor.domain.publishing;

import org.jspecify.annotations.NullMarked;
