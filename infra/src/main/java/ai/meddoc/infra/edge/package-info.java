/** Names, certificates and firewalls. */
@NullMarked
package ai.meddoc.infra.edge;

import org.jspecify.annotations.NullMarked;
