// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewRows;
import java.util.function.Function;

/**
 * All of a list, read when it is written.
 *
 * @param request what is asked for
 * @param list gives it
 */
record Export(ViewRequest request, Function<ViewRequest, ViewPage> list) {
    void handTo(ViewRows rows) {
        ViewPage page = list.apply(request.handing(rows));
        if (!page.items().isEmpty()) {
            throw new IllegalStateException("a list gave a page where all of it was asked for");
        }
    }
}
