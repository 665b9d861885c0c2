/** Option 2: Lambda, API Gateway, SQS. */
@NullMarked
package ai.meddoc.infra.serverless;

import org.jspecify.annotations.NullMarked;
