/** What operators measure: figures for Prometheus, traces for OpenTelemetry. Neither carries a word of a document. */
@NullMarked
package ai.meddoc.server.telemetry;

import org.jspecify.annotations.NullMarked;
