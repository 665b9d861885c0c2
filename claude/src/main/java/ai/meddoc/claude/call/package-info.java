/** One question to the model over the network: deadlines, retries, breaker, key. */
@NullMarked
package ai.meddoc.claude.call;

import org.jspecify.annotations.NullMarked;
