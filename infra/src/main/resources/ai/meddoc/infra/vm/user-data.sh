#!/bin/bash
# First start of the instance: Java, nginx, the build, the units. Everything it needs to know stands in the lines above.
set -euo pipefail
dnf install -y java-25-amazon-corretto-headless nginx amazon-cloudwatch-agent jq openssl
useradd --system --uid 10001 --home-dir /var/lib/meddoc --create-home --shell /sbin/nologin meddoc
install -d -m 0755 /opt/meddoc
install -d -m 0750 -o meddoc -g meddoc /var/log/meddoc
install -d -m 0700 /etc/nginx/tls

printf '%s' "$ARTIFACTS" >/opt/meddoc/artifacts
curl -fsS -o /opt/meddoc/rds-ca.pem "https://truststore.pki.rds.amazonaws.com/$REGION/$REGION-bundle.pem"

# The load balancer speaks TLS to this machine and does not check the name: a certificate of its own is enough.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
  -subj "/CN=meddoc" -keyout /etc/nginx/tls/key.pem -out /etc/nginx/tls/certificate.pem

printf '%s' "$SETTINGS" | base64 -d >/etc/meddoc.env
printf '%s' "$NGINX" | base64 -d >/etc/nginx/nginx.conf
printf '%s' "$UNIT" | base64 -d >/etc/systemd/system/meddoc.service
printf '%s' "$SECRETS_SCRIPT" | base64 -d >/opt/meddoc/read-secrets
printf '%s' "$AGENT" | base64 -d >/opt/meddoc/agent.json
printf '%s' "$INSTALL_SCRIPT" | base64 -d >/opt/meddoc/install-build
chmod 0755 /opt/meddoc/read-secrets /opt/meddoc/install-build

/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:/opt/meddoc/agent.json
systemctl daemon-reload
systemctl enable meddoc
systemctl enable --now nginx
/opt/meddoc/install-build "$BUILD"
