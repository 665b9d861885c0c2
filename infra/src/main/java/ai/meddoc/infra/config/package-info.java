/** One typed, checked record for each environment. */
@NullMarked
package ai.meddoc.infra.config;

import org.jspecify.annotations.NullMarked;
