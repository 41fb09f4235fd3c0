package org.dianqiao.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.TestAuthority;

class SignedDataFuzzTest {

    private static final byte[] MANIFEST = {'{', '}'};
    private static final Sm2Certificate SIGNER =
            TestAuthority.named("河南省数字证书认证中心").issue("某单位").certificate();

    @FuzzTest(maxDuration = "10s")
    void readsASignatureOrRefusesIt(byte[] bytes) {
        try {
            SignedData signature = SignedData.read(bytes);
            if (signature.holds(MANIFEST, SIGNER)) {
                throw new AssertionError("a signature that nobody made");
            }
        } catch (NotSignedData refused) {
            // That is the other right answer.
        }
    }
}
