// SPDX-License-Identifier: Apache-2.0
/**
 * Who works here. Other contexts talk to {@link dev.athanor.app.workforce.Staff} and
 * {@link dev.athanor.app.workforce.Organisation}.
 */
@NullMarked
package dev.athanor.app.workforce;

import org.jspecify.annotations.NullMarked;
