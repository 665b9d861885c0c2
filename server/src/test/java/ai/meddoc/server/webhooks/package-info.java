@NullMarked
package ai.meddoc.server.webhooks;

import org.jspecify.annotations.NullMarked;
