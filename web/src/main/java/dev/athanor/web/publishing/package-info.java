// SPDX-License-Identifier: Apache-2.0
/** Articles, comments, favourites and tags by HTTP, as RealWorld clients know them. */
@NullMarked
package dev.athanor.web.publishing;

import org.jspecify.annotations.NullMarked;
