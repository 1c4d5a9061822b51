// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.util.Optional;

/** What users tell about themselves. */
public interface Introductions {

    /** What a user has told, unless the user was deleted. */
    Optional<Edition<Introduction>> edition(long user);

    /**
     * Tells it otherwise.
     *
     * @param version of the user, as it was read
     * @throws NotFound if there is no such user
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if something is malformed, too long, or too much
     */
    void change(long user, int version, Introduction told);

    /**
     * Shows a user by a picture.
     *
     * @param bytes PNG, JPEG, GIF or WebP
     * @param mediaType which of them, as {@code image/png}
     * @throws NotFound if there is no such user
     * @throws InvalidInput if it is none of them, not the one it is said to be, or too large
     */
    void show(long user, byte[] bytes, String mediaType);

    /**
     * Shows a user by no picture any more.
     *
     * @throws NotFound if there is no such user
     */
    void hide(long user);

    /** The picture of the user of a name, without regard to case, if there is any. */
    Optional<Picture> picture(String username);
}
