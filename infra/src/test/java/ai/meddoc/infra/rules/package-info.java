@NullMarked
package ai.meddoc.infra.rules;

import org.jspecify.annotations.NullMarked;
