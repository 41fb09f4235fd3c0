package org.dianqiao.exchange;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.CitizenNumber;
import org.dianqiao.codes.ConstructionPermitNumber;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.codes.LicenceType;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.codes.Region;
import org.dianqiao.codes.UnitNumber;

/** The identifiers that a contract may ask for with `"format"`, beside those of JSON Schema. */
enum IdentifierFormat implements Format {
    PROJECT_CODE("project-code", ProjectCode::check),
    CITIZEN_NUMBER("citizen-number", CitizenNumber::check),
    LICENCE_IDENTIFIER("licence-identifier", LicenceIdentifier::check),
    LICENCE_TYPE("licence-type", LicenceType::check),
    CREDIT_CODE("credit-code", CreditCode::check),
    CONSTRUCTION_PERMIT_NUMBER("construction-permit-number", ConstructionPermitNumber::check),
    UNIT_NUMBER("unit-number", UnitNumber::check),
    REGION_CODE("region-code", Region::check);

    private final String name;
    private final Function<String, Check> checking;

    IdentifierFormat(String name, Function<String, Check> checking) {
        this.name = name;
        this.checking = checking;
    }

    static Optional<IdentifierFormat> named(Object name) {
        return Arrays.stream(values())
                .filter(format -> format.name.equals(name))
                .findFirst();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return !check(text).isWrong();
    }

    Check check(String text) {
        return checking.apply(text);
    }
}
