package org.dianqiao.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every clause of the texts that orders something, as the texts were read, whether a pack holds it or not. */
final class Clauses {

    /** By what they are about, in the order of the page. */
    static final Map<String, List<String>> ALL = all();

    private Clauses() {}

    private static Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("Paths of permits", ids("""
            NAT-P1 NAT-P2 NAT-P3 NAT-P4 NAT-P5 NEA18-P1
            HEN19-P1 HEN19-P2 HEN19-P3 HEN19-P4 HEN20-P1 HEN20-P2 HEN20-P3
            HSH-P1 HSH-P2 HSH-P3 HSH-P4 HSH-P5
            SDG-P1 SDG-P2 SDG-P3 SDG-P4 SDG-P5 SDG-P6 SDG-P7 SDG-P8
            JLL-P1 JLL-P2\
            """));
        all.put("Periods of the utility", ids("""
            NAT-T1 NAT-T2 NAT-T3 NAT-T4 NAT-T5 NAT-T6 NEA18-T1
            HEN19-T1 HEN19-T2 HEN19-T3 HEN19-T4 HEN19-T5 HEN19-T6 HEN19-T7 HEN20-T1 HEN20-T2 HEN20-T3
            HSH-T1
            SDG-T1 SDG-T2 SDG-T3 SDG-T4 SDG-T5 SDG-T6 SDG-T7
            JLL-T1 JLL-T2\
            """));
        all.put("Links", ids("NAT-L1 NAT-L2 HEN20-L1 HEN20-L2 HEN20-L3 HEN20-L4 HSH-L1 SDG-L1 JLL-L1"));
        all.put("Papers and fees", ids("""
            NAT-M1 NAT-M2 NAT-M3 NAT-M4 NAT-M5 NAT-M6 NAT-M7 NEA18-M1
            HEN19-M1 HEN20-M1 HEN20-M2 HEN20-M3 HSH-M1 SDG-M1 JLL-M1\
            """));
        all.put("Classes and investment", ids("""
            NAT-C1 NAT-C2 HEN20-C1 HEN20-C2 HSH-C1 HSH-C3 SDG-C1 SDG-C2 SDG-C3 JLL-C1\
            """));
        all.put("Data and platforms", ids("""
            NAT-D1 NAT-D2 NAT-D3 NAT-D4 NAT-D5 NEA18-D1
            HEN19-D1 HEN20-D1 HEN20-D2 HEN20-D3 HEN20-D5 HEN20-D6 HEN20-D7
            HSH-D1 HSH-D2 HSH-D3 HSH-D4
            SDG-D1 SDG-D2 SDG-D3 SDG-D4 SDG-D5
            JLL-D1\
            """));
        all.put("Timers, warnings, supervision", ids("""
            NAT-W1 NAT-W2 NAT-W3 NAT-W4 NEA18-W1
            HEN20-W1 HEN20-W2 HEN20-W3 HEN20-W4 HEN20-W5 HEN20-W6 HEN20-W7 HEN20-W8 HEN20-W9
            HSH-W1 HSH-W2 HSH-W3 SDG-W1\
            """));
        return all;
    }

    private static List<String> ids(String written) {
        return List.of(written.split("\\s+"));
    }
}
