// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.List;
import java.util.Map;

/**
 * Takes all that a client asks for, one after the other, while it is read: any number of documents fits into memory.
 *
 * <pre>{@code courses.list(request.handing(rows))}</pre>
 */
public interface ViewRows {
    /**
     * Told once, before the first of them, also if there are none.
     *
     * @param columns the ways to the values of each document, in order: those of a relation to one are ways into it,
     *     one to several is one column
     */
    void begin(List<List<String>> columns);

    /** The next document. */
    void take(Map<String, Object> document);
}
