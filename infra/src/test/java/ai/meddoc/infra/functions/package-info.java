@NullMarked
package ai.meddoc.infra.functions;

import org.jspecify.annotations.NullMarked;
