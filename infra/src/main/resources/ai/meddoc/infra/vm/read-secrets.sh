#!/bin/bash
# Before each start: the secrets of this hour, into memory only (/run), readable by the program alone.
set -euo pipefail
umask 077
out=/run/meddoc/secrets.env
secret() { aws secretsmanager get-secret-value --region "$AWS_REGION" --secret-id "$1" --query SecretString --output text; }
database=$(secret "$DB_SECRET_ARN")
{
  printf 'DB_USER=%s\n' "$(jq -r .username <<<"$database")"
  printf 'DB_PASSWORD=%s\n' "$(jq -r .password <<<"$database")"
  printf 'AUDIT_KEY=%s\n' "$(secret "$AUDIT_KEY_SECRET_ARN")"
  if [ "$USE_CLAUDE_REAL" = true ] && [ "$CLAUDE_BACKEND" = anthropic ]; then printf 'ANTHROPIC_API_KEY=%s\n' "$(secret "$ANTHROPIC_SECRET_ARN")"; fi
} >"$out"
