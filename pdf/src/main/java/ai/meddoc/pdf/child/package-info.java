/**
 * Reading untrusted files in a process that can be killed. A parser that hangs, fills memory or crashes takes its child
 * process with it, never the server; a small pool of children stays warm, so that a normal document costs no process
 * start.
 */
@NullMarked
package ai.meddoc.pdf.child;

import org.jspecify.annotations.NullMarked;
