// SPDX-License-Identifier: Apache-2.0
/**
 * Articles, and what readers do with them. Other contexts talk to the public interfaces; of identity, this one knows
 * {@link dev.athanor.app.identity.Profiles} and its events.
 */
@NullMarked
package dev.athanor.app.publishing;

import org.jspecify.annotations.NullMarked;
