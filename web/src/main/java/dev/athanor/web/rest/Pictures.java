// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import java.util.List;

/** The media types of pictures that are taken and shown. */
public final class Pictures {
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String GIF = "image/gif";
    public static final String WEBP = "image/webp";

    /** All of them. */
    public static final List<String> ALL = List.of(PNG, JPEG, GIF, WEBP);

    private Pictures() {}
}
