// SPDX-License-Identifier: Apache-2.0
/** Tests of the project itself: its layers and its documentation. */
@NullMarked
package dev.athanor.project;

import org.jspecify.annotations.NullMarked;
