// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

/** The media types of pictures, as annotations name them. */
final class Pictures {
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String GIF = "image/gif";
    static final String WEBP = "image/webp";

    /** How the bytes of one are called in the OpenAPI document. */
    static final String BINARY = "binary";

    private Pictures() {}
}
