@NullMarked
package dev.athanor.web.json;

import org.jspecify.annotations.NullMarked;
