// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import java.util.function.Function;

/**
 * All of a list, read when it is written.
 *
 * @param request what is asked for
 * @param list gives it
 */
record Export(ViewRequest request, Function<ViewRequest, ViewPage> list) {}
