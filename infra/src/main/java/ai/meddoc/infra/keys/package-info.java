/** The one key that everything at rest is encrypted with. */
@NullMarked
package ai.meddoc.infra.keys;

import org.jspecify.annotations.NullMarked;
