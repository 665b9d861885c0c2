/** The packs of rules, and the few exceptions with their reasons. */
@NullMarked
package ai.meddoc.infra.rules;

import org.jspecify.annotations.NullMarked;
