@NullMarked
package ai.meddoc.claude.ledger;

import org.jspecify.annotations.NullMarked;
