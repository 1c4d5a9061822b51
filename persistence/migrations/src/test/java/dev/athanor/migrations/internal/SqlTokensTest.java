// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of SQL are split as PostgreSQL splits them. */
class SqlTokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select a.b::text -- drop table x ~ select|a|.|b|::|text",
                "a /* b /* c */ d */ e ~ a|e",
                "'it''s; --' E'a\\'b' e ~ 'it''s; --'|E'a\\'b'|e",
                "'a\\' b ~ 'a\\'|b",
                "\"a \"\"b\"\"\" U&\"x\" U&'y' B'1' ~ \"a \"\"b\"\"\"|U&\"x\"|U&'y'|B'1'",
                "do $$ drop; $$ x $a$ $$ $a$ ~ do|$$ drop; $$|x|$a$ $$ $a$",
                "a$1 $1 1.5e3 <> ~ a$1|$|1|1.5e3|<|>",
                "'open ~ 'open",
                "größe ~ größe",
            })
    void tokensAreWhatPostgreSqlTakes(String sql, String tokens) {
        assertThat(SqlTokens.of(sql)).extracting(SqlToken::text).containsExactly(tokens.split("\\|", -1));
    }

    @Test
    void statementsEndAtSemicolonsThatAreNoPartsOfAnything() {
        String sql = """
                insert into a values ('x;y'); -- one;
                create function f() returns int begin atomic select case when true then 1 end; select 2; end;
                do $$ begin delete from b; end $$;;
                """;

        assertThat(SqlTokens.statements(sql))
                .extracting(statement -> statement.get(0).text())
                .containsExactly("insert", "create", "do");
    }

    @Test
    void namesAreWhatTheyMean() {
        List<SqlToken> tokens = SqlTokens.of("Author \"Odd \"\"one\" $tag$ body $tag$");

        assertThat(tokens.get(0).name()).isEqualTo("author");
        assertThat(tokens.get(1).name()).isEqualTo("Odd \"one");
        assertThat(tokens.get(2).body()).isEqualTo(" body ");
    }
}
