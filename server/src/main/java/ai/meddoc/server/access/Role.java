package ai.meddoc.server.access;

import static ai.meddoc.server.access.Permission.ADMINISTER;
import static ai.meddoc.server.access.Permission.ANALYZE;
import static ai.meddoc.server.access.Permission.AUDIT;
import static ai.meddoc.server.access.Permission.COSTS;
import static ai.meddoc.server.access.Permission.DELETE;
import static ai.meddoc.server.access.Permission.EXPORT;
import static ai.meddoc.server.access.Permission.MEASURE;
import static ai.meddoc.server.access.Permission.OBSERVE;
import static ai.meddoc.server.access.Permission.READ;
import static ai.meddoc.server.access.Permission.WRITE;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person is to the documents. One person may be several things. */
public enum Role {
    VIEWER(READ),
    CODER(READ, WRITE, EXPORT, ANALYZE, MEASURE),
    PROVIDER(READ, WRITE, EXPORT, ANALYZE, MEASURE, DELETE),
    /** Makes users and deletes documents, and sees none. */
    ADMIN(ADMINISTER, DELETE, MEASURE, OBSERVE, COSTS),
    /** Sees who saw what, and no document. */
    AUDITOR(AUDIT, COSTS);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.copyOf(Arrays.asList(permissions));
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> fromWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }

    static Set<Permission> permissions(Collection<Role> roles) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        return all;
    }

    /** As stored: names parted by commas; unknown ones, of a later version, give nothing. */
    static Set<Role> parse(String text) {
        return Arrays.stream(text.split(","))
                .flatMap(name -> fromWireName(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static String text(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::wireName).collect(Collectors.joining(","));
    }
}
