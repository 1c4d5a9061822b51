// SPDX-License-Identifier: Apache-2.0
/** How beans get sessions, in a container of beans in Java SE. */
@NullMarked
package dev.athanor.orm.beans;

import org.jspecify.annotations.NullMarked;
