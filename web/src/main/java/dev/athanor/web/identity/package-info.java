/** Users as the RealWorld API shows them. */
@NullMarked
package dev.athanor.web.identity;

import org.jspecify.annotations.NullMarked;
