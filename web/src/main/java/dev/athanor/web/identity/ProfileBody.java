// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import static dev.athanor.web.json.Sent.orBlank;

import dev.athanor.app.identity.Profile;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A user as the API shows it to others.
 *
 * @param profile what is inside
 */
public record ProfileBody(@Schema(required = true) Fields profile) {
    /**
     * The user. What was not told yet is empty, never null.
     *
     * @param username the name
     * @param bio what the user tells
     * @param image the address of a picture
     * @param following whether who asks follows the user
     */
    @Schema(name = "Profile")
    public record Fields(
            @Schema(required = true) String username,
            @Schema(required = true) String bio,
            @Schema(required = true) String image,
            @Schema(required = true) boolean following) {
        /** As authors are shown, too. */
        public static Fields of(Profile profile) {
            return new Fields(
                    profile.username(), orBlank(profile.bio()), orBlank(profile.image()), profile.following());
        }
    }

    static ProfileBody of(Profile profile) {
        return new ProfileBody(Fields.of(profile));
    }
}
