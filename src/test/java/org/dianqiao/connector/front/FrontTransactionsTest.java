package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.BadSqlGrammarException;

class FrontTransactionsTest {

    /** As MariaDB says that a column has no such character, and that there is no such table. */
    @ParameterizedTest
    @CsvSource({"22007, true", "42S02, false"})
    void giveUpWhatAColumnCannotHold(String state, boolean unfit) {
        SQLSyntaxErrorException theirs = new SQLSyntaxErrorException("Incorrect string value", state);
        assertThat(FrontTransactions.isUnfit(new BadSqlGrammarException("write", "INSERT", theirs)))
                .isEqualTo(unfit);
    }
}
