@NullMarked
package dev.athanor.web.security;

import org.jspecify.annotations.NullMarked;
