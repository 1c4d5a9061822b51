// SPDX-License-Identifier: Apache-2.0
/**
 * What sessions do with EclipseLink's internals. Each use says what it relies on, and names the test that would notice
 * a change.
 */
@NullMarked
package dev.athanor.orm.internal.eclipselink;

import org.jspecify.annotations.NullMarked;
