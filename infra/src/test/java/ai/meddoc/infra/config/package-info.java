@NullMarked
package ai.meddoc.infra.config;

import org.jspecify.annotations.NullMarked;
