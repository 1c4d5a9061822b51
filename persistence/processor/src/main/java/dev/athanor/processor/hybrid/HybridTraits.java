// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What is known of hybrids that others call. */
interface HybridTraits {
    /** Those of a hybrid of a class; a problem of the call, if it leads back to where it comes from. */
    Traits of(ExecutableElement method, TypeElement type, Tree call, View view);
}
