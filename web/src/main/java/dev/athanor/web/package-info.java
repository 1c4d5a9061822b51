// SPDX-License-Identifier: Apache-2.0
/** The REST API, under {@code /api}. */
@NullMarked
package dev.athanor.web;

import org.jspecify.annotations.NullMarked;
