/** What came back: read leniently, trusted with nothing. */
@NullMarked
package ai.meddoc.claude.reply;

import org.jspecify.annotations.NullMarked;
