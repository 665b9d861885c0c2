/** What must hold when things break: the rows of docs/reliability.md, run by {@code reliability/run}. */
@org.jspecify.annotations.NullMarked
package ai.meddoc.server.reliability;
