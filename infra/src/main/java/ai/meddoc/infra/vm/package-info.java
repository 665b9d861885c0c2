/** Option 3: one EC2 instance. */
@NullMarked
package ai.meddoc.infra.vm;

import org.jspecify.annotations.NullMarked;
