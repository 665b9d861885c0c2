# The server: docker build .   (docs/aws.md, docs/runbook.md)
# Where the program comes from: "maven" builds it here, "ready" takes server/target/quarkus-app as it is.
ARG PROGRAM=maven

FROM eclipse-temurin:25-jdk AS jdk

FROM jdk AS maven
RUN apt-get update && apt-get install -y --no-install-recommends maven nodejs npm && rm -rf /var/lib/apt/lists/*
COPY . /source
WORKDIR /source
RUN npm ci --no-audit --no-fund && npm run --silent frontend:build \
 && mvn --batch-mode --quiet -pl server -am -DskipTests -Dspotless.check.skip=true package \
 && mv server/target/quarkus-app /program

FROM scratch AS ready
COPY server/target/quarkus-app /program

# hadolint ignore=DL3006
FROM ${PROGRAM} AS program

# A Java of only what the program needs, and its start-up cache, recorded over one start with a few requests. The cache
# holds for exactly these paths, this Java and these files.
FROM jdk AS trained
RUN jlink --add-modules java.se,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
      --strip-java-debug-attributes --no-man-pages --no-header-files --output /opt/meddoc/jre
COPY infra/image/Health.java /tmp/Health.java
RUN javac -d /opt/meddoc/health /tmp/Health.java
COPY infra/image/rds-ca.pem /opt/meddoc/rds-ca.pem
COPY --from=program /program /opt/meddoc/program
COPY test_docs /tmp/test_docs
RUN mkdir -p /tmp/rehearsal /var/lib/meddoc && cd /tmp/rehearsal \
 && timeout 300 /opt/meddoc/jre/bin/java -XX:AOTMode=record -XX:AOTConfiguration=/tmp/start.conf -XX:+UseSerialGC \
      --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -jar /opt/meddoc/program/quarkus-run.jar rehearse /tmp/test_docs \
 && /opt/meddoc/jre/bin/java -XX:AOTMode=create -XX:AOTConfiguration=/tmp/start.conf -XX:AOTCache=/opt/meddoc/start.aot -XX:+UseSerialGC \
      --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -jar /opt/meddoc/program/quarkus-run.jar \
 && test -r /opt/meddoc/start.aot

FROM debian:bookworm-slim
COPY --from=trained /opt/meddoc /opt/meddoc
COPY --from=trained --chown=10001:10001 /var/lib/meddoc /var/lib/meddoc
# All that is written goes here: the root may be read-only.
VOLUME /var/lib/meddoc
WORKDIR /var/lib/meddoc
USER 10001:10001
ENV HOST=0.0.0.0 PORT=8000
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["/opt/meddoc/jre/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-cp", "/opt/meddoc/health", "Health"]
ENTRYPOINT ["/opt/meddoc/jre/bin/java", "-XX:AOTCache=/opt/meddoc/start.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=45", \
  "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", "-Xlog:all=off", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", \
  "-Djava.io.tmpdir=/var/lib/meddoc", "-Dorg.bytedeco.javacpp.cachedir=/var/lib/meddoc/cache", \
  "-jar", "/opt/meddoc/program/quarkus-run.jar"]
