// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import java.util.function.Function;

/**
 * All of a list, read while it is written: the transaction of whoever reads it begins and ends with that.
 *
 * @param request what is asked for
 * @param list gives it
 */
record Export(ViewRequest request, Function<ViewRequest, ViewPage> list) {}
