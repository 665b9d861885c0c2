package ai.meddoc.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.settings.WebhookSettings.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiversTest {

    @ParameterizedTest
    @CsvSource({
        // address, with public, private, loopback
        "93.184.216.34, true, true, true",
        "2606:2800:220:1:248:1893:25c8:1946, true, true, true",
        "10.1.2.3, false, true, true",
        "172.16.0.1, false, true, true",
        "172.32.0.1, true, true, true",
        "192.168.1.1, false, true, true",
        "100.64.0.1, false, true, true",
        "fd00::1, false, true, true",
        "64:ff9b::a00:1, false, true, true",
        "2002:a00:1::, false, true, true",
        "127.0.0.1, false, false, true",
        "127.9.9.9, false, false, true",
        "::1, false, false, true",
        "::ffff:127.0.0.1, false, false, true",
        "169.254.169.254, false, false, false",
        "fe80::1, false, false, false",
        "0.0.0.0, false, false, false",
        "::, false, false, false",
        "224.0.0.1, false, false, false",
    })
    void reachesWhatItIsAllowedTo(String address, boolean open, boolean own, boolean here) throws UnknownHostException {
        InetAddress parsed = InetAddress.getByName(address);
        assertThat(new Receivers(Reach.PUBLIC).mayReach(parsed)).isEqualTo(open);
        assertThat(new Receivers(Reach.PRIVATE).mayReach(parsed)).isEqualTo(own);
        assertThat(new Receivers(Reach.LOOPBACK).mayReach(parsed)).isEqualTo(here);
    }

    /** Made with: printf '1780000000.{"id":1}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef. */
    @Test
    void signsAsDocumented() {
        assertThat(new Signature("0123456789abcdef0123456789abcdef")
                        .of("{\"id\":1}", Instant.ofEpochSecond(1_780_000_000)))
                .isEqualTo("t=1780000000,v1=86bf77241f18209c54d5691984e6f49cc1a1979fd8feab46486eab27594946dc");
    }
}
