/** What nobody may read but the program. */
@NullMarked
package ai.meddoc.infra.secrets;

import org.jspecify.annotations.NullMarked;
