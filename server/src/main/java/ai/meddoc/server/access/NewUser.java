package ai.meddoc.server.access;

import ai.meddoc.server.problems.ProblemException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A user to be made, checked. */
record NewUser(String name, String tenant, Set<Role> roles, String passwordHash) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    NewUser {
        roles = Set.copyOf(roles);
    }

    static NewUser of(@Nullable String name, String tenant, Collection<Role> roles, @Nullable String password) {
        String checked = name(name);
        return new NewUser(checked, tenant(tenant), Set.copyOf(roles), Passwords.hash(Passwords.checked(password)));
    }

    /** Upper and lower case are the same name. */
    static String name(@Nullable String name) {
        String lower = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw ProblemException.malformed(
                    "user_name must have 1 to 100 letters a to z, digits, dots, hyphens, underscores or @.");
        }
        return lower;
    }

    static String tenant(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw ProblemException.malformed("tenant must have 1 to 63 letters a to z, digits or hyphens.");
        }
        return tenant;
    }

    static Set<Role> roles(@Nullable List<String> names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            roles.add(Role.fromWireName(name)
                    .orElseThrow(() -> ProblemException.malformed(
                            "roles must be some of viewer, coder, provider, admin, auditor.")));
        }
        if (roles.isEmpty()) {
            throw ProblemException.malformed("roles is missing: name at least one.");
        }
        return roles;
    }

    /** Prints no hash. */
    @Override
    public String toString() {
        return "NewUser[" + tenant + "]";
    }
}
