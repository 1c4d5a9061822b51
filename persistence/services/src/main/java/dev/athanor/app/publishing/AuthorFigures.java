// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import java.time.OffsetDateTime;

/**
 * What an author has published.
 *
 * @param author the user's key
 * @param articles how many articles
 * @param favourites how often users have said that they like one
 * @param latest when the last one was published
 */
public record AuthorFigures(long author, long articles, long favourites, OffsetDateTime latest) {}
