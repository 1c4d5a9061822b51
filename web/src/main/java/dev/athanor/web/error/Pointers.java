// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

/** Ways to a part of a body, as <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a> has them. */
public final class Pointers {
    private Pointers() {}

    /** To what services call {@code address.city}. */
    static String of(String field) {
        return "/" + escaped(field).replace('.', '/');
    }

    /** To what is within something. */
    public static String within(String pointer, Object name) {
        return pointer + "/" + escaped(String.valueOf(name));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
