// SPDX-License-Identifier: Apache-2.0
/** What all resources under {@code /api/v1} have in common: lists, pages, tags, patches, problems. */
@NullMarked
package dev.athanor.web.rest;

import org.jspecify.annotations.NullMarked;
