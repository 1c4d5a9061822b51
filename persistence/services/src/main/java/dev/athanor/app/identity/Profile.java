// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * A user, as others see it.
 *
 * @param id the key, which never changes
 * @param username the name
 * @param bio what the user says about herself or himself
 * @param image the address of a picture
 * @param following whether who looks follows this user
 */
public record Profile(
        long id,
        String username,
        @Nullable String bio,
        @Nullable String image,
        boolean following) {}
