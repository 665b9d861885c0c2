#!/bin/bash
# Puts a build in place and keeps the one before: install-build builds/VERSION/server.tar.gz
# When the new one does not answer within a minute, the last one is started again and the exit code is 1.
set -euo pipefail
bucket=$(cat /opt/meddoc/artifacts)
new=/opt/meddoc/builds/$(basename "$(dirname "$1")")
last=$(readlink -f /opt/meddoc/server || true)
mkdir -p "$new"
aws s3 cp "s3://$bucket/$1" - | tar -xz -C "$new"
ln -sfn "$new" /opt/meddoc/server
systemctl restart meddoc
for _ in $(seq 30); do
  if curl -fsS --max-time 2 http://127.0.0.1:8080/health >/dev/null 2>&1; then exit 0; fi
  sleep 2
done
if [ -n "$last" ] && [ "$last" != "$new" ]; then
  ln -sfn "$last" /opt/meddoc/server
  systemctl restart meddoc
fi
exit 1
