package ai.meddoc.server.webhooks;

import ai.meddoc.server.settings.WebhookSettings.Reach;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** To which addresses a receiver's name may lead: a name that leads elsewhere must not reach what only we can reach. */
final class Receivers {

    private final Reach reach;

    Receivers(Reach reach) {
        this.reach = reach;
    }

    /** Looked up anew for every delivery; the JVM keeps the answer for the connection that follows. */
    boolean mayReach(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!mayReach(address)) {
                return false;
            }
        }
        return true;
    }

    boolean mayReach(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return reach == Reach.LOOPBACK;
        }
        // The clouds' own services answer here, with credentials.
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        return !isPrivate(address) || reach != Reach.PUBLIC;
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // fc00::/7, and addresses of the other kind in disguise: 64:ff9b::/96, 2002::/16.
            return (first & 0xfe) == 0xfc || (first == 0 && second == 0x64) || (first == 0x20 && second == 0x02);
        }
        // 10/8, 172.16/12, 192.168/16; shared 100.64/10; 0/8, 192.0.0/24, 198.18/15 and 240/4, which nobody owns.
        return address.isSiteLocalAddress()
                || (first == 100 && (second & 0xc0) == 64)
                || first == 0
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }
}
