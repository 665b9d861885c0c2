/** Who may do what: users, sessions, API keys, tokens of an OpenID provider, tenants. */
@NullMarked
package ai.meddoc.server.access;

import org.jspecify.annotations.NullMarked;
