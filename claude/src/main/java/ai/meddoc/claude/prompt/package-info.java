/** What is asked: prompts as files, and the document as delimited data. */
@NullMarked
package ai.meddoc.claude.prompt;

import org.jspecify.annotations.NullMarked;
