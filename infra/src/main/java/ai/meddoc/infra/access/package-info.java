/** Who may do what: IAM statements and people's sign-in. */
@NullMarked
package ai.meddoc.infra.access;

import org.jspecify.annotations.NullMarked;
