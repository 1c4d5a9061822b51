// SPDX-License-Identifier: Apache-2.0
/** What is asked for under a key is done once. Talk to {@link dev.athanor.app.requests.Requests}. */
@NullMarked
package dev.athanor.app.requests;

import org.jspecify.annotations.NullMarked;
