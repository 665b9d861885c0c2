/** What calls cost, in integers, and the budgets that stop them. */
@NullMarked
package ai.meddoc.claude.ledger;

import org.jspecify.annotations.NullMarked;
