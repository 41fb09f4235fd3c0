package org.dianqiao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://10.1.2.3:5432/spgl, jdbc:postgresql://10.1.2.3:5432/spgl",
        "jdbc:postgresql://[fd00::1]/spgl?sslmode=verify-full&currentSchema=front, "
                + "jdbc:postgresql://[fd00::1]/spgl?sslmode=verify-full&currentSchema=front",
        "jdbc:mysql://db.example/spgl, jdbc:mariadb://db.example/spgl",
        "jdbc:mariadb://db.example:3307/spgl?sslMode=verify-full, jdbc:mariadb://db.example:3307/spgl?sslMode=verify-full"
    })
    void saysWhereADatabaseIs(String written, String meant) {
        assertThat(DatabaseUrl.read(written)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3/spgl",
                "jdbc:h2:mem:spgl",
                "jdbc:oracle:thin:@10.1.2.3:1521/spgl",
                "jdbc:postgresql:spgl",
                "jdbc:postgresql://u:p@10.1.2.3/spgl",
                "jdbc:postgresql://10.1.2.3,10.1.2.4/spgl",
                "jdbc:mariadb:loadbalance://10.1.2.3/spgl",
                "jdbc:mysql://address=(host=10.1.2.3)/spgl",
                "jdbc:postgresql://10.1.2.3/spgl?user=u",
                "jdbc:postgresql://10.1.2.3/spgl?socketFactory=org.springframework.X",
                "jdbc:postgresql://10.1.2.3/spgl?sslmode=require&loggerFile=x",
                "jdbc:postgresql://10.1.2.3/spgl?sslrootcert=x",
                "jdbc:mysql://10.1.2.3/spgl?allowLoadLocalInfile=true",
                "jdbc:mysql://10.1.2.3/spgl?autoDeserialize=true",
                "jdbc:mariadb://10.1.2.3/spgl?serverRsaPublicKeyFile=x",
                "jdbc:mariadb://10.1.2.3/spgl?sslmode=disable",
                "jdbc:mariadb://10.1.2.3/spgl?sslMode=disable#x",
                "jdbc:mariadb://10.1.2.3/spgl?sslMode=disable&&allowLocalInfile=true",
                "jdbc:mariadb://10.1.2.3/spgl?%61llowLocalInfile=true"
            })
    void isRefusedWhereItSaysMore(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> DatabaseUrl.read(written));
    }
}
