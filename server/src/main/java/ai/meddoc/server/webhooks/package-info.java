/** Telling other systems that a job ended: signed, ids only, tried until it is heard. */
@NullMarked
package ai.meddoc.server.webhooks;

import org.jspecify.annotations.NullMarked;
