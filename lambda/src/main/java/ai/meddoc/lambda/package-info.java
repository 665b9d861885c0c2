/** The server as functions of AWS Lambda: one that answers calls, one that reads documents. */
@NullMarked
package ai.meddoc.lambda;

import org.jspecify.annotations.NullMarked;
