package ai.meddoc.server.analyses;

import org.jspecify.annotations.Nullable;

/** What made a result: enough to tell why two results of one document differ. */
record Origin(
        String engine, String engineVersion, @Nullable String model, String terminologyRelease, String rulesVersion) {}
