// SPDX-License-Identifier: Apache-2.0
package dev.athanor.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void wordsAreThoseOfAShell() {
        assertThat(Arguments.words("revision -m \"new books\" --autogenerate"))
                .containsExactly("revision", "-m", "new books", "--autogenerate");
        assertThat(Arguments.words(" show  'it is' ")).containsExactly("show", "it is");
        assertThat(Arguments.words("  ")).isEmpty();
    }

    @Test
    void whatIsWrittenWins() {
        Arguments arguments = new Arguments(List.of("check", "--unit", "shop", "--directory=here"));
        arguments.option("--unit", "other");
        arguments.option("--directory", "there");
        arguments.option("--class-path", "classes");
        arguments.option("--schemas", null);

        assertThat(arguments.all())
                .containsExactly("check", "--unit", "shop", "--directory=here", "--class-path", "classes");
    }
}
