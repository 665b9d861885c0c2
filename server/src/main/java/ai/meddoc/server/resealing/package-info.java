/** Seals what is stored anew under the newest key, and counts what is sealed under which. */
@NullMarked
package ai.meddoc.server.resealing;

import org.jspecify.annotations.NullMarked;
