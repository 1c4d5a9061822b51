// SPDX-License-Identifier: Apache-2.0
/** What EclipseLink maps models to, and what their generated tables say. */
@NullMarked
package dev.athanor.models;

import org.jspecify.annotations.NullMarked;
